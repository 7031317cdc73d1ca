/// Reads the pieces of received files, and tells in which of them two files differ.
///
/// Along a history most of it is known from the step before, so that a walk over thousands of commits reads each
/// manifest once.
public struct PieceReader {
  private var manifests: ManifestCatalogue
  private let objects: ObjectReader

  init(_ objects: ObjectReader) {
    self.objects = objects
    manifests = ManifestCatalogue(objects)
  }

  /// The pieces that only the manifest `old` has, and those that only `new` has; nil stands for no file at all.
  public mutating func difference(
    from old: ObjectID?, to new: ObjectID?
  ) throws(CapsuleError) -> (removed: [Piece], added: [Piece]) {
    guard old != new else { return ([], []) }
    let before = try old.map { id throws(CapsuleError) in try manifests.manifest(id).pieces } ?? []
    let after = try new.map { id throws(CapsuleError) in try manifests.manifest(id).pieces } ?? []
    if let new, let old, try manifests.text(new).base == old { return try steps(of: new, over: before) }
    let (former, present) = (Set(before), Set(after))
    return (before.filter { !present.contains($0) }, after.filter { !former.contains($0) })
  }

  /// The manifest of `new` says itself how it differs from its base.
  private mutating func steps(
    of new: ObjectID, over before: [Piece]
  ) throws(CapsuleError) -> (removed: [Piece], added: [Piece]) {
    var removed: [Piece] = []
    var added: [Piece] = []
    var position = 0
    for step in try manifests.text(new).steps {
      switch step {
      case .keep(let count): position += count
      case .drop(let count):
        removed += before[position..<position + count]
        position += count
      case .piece(let piece): added.append(piece)
      }
    }
    return (removed, added)
  }

  /// What a piece holds, proven.
  public func bytes(_ piece: Piece) throws(CapsuleError) -> [UInt8] {
    try objects.bytes(piece.id)
  }
}
