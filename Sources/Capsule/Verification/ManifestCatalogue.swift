/// Manifests, read one after the other along a history: what they share is read once.
struct ManifestCatalogue {
  /// So many manifests, and a chain of bases more, are kept in hand.
  private static let limit = 2 * Manifest.longestChain

  private let read: (ObjectID) throws(CapsuleError) -> ManifestText
  private var texts: [ObjectID: ManifestText] = [:]
  private var resolved: [ObjectID: Manifest] = [:]
  private var order: [ObjectID] = []

  init(_ reader: ObjectReader) {
    self.init(reading: { id throws(CapsuleError) in
      guard let text = ManifestText(try reader.bytes(id)) else { throw .unreadableObject(id) }
      return text
    })
  }

  /// A catalogue of the manifests that `read` finds.
  init(reading read: @escaping (ObjectID) throws(CapsuleError) -> ManifestText) {
    self.read = read
  }

  /// The manifest that `id` is, with what it takes over from others.
  mutating func manifest(_ id: ObjectID) throws(CapsuleError) -> Manifest {
    if let known = resolved[id] { return known }
    var chain = [id]
    var base: Manifest?
    while let next = try text(chain[chain.count - 1]).base {
      if let known = resolved[next] {
        base = known
        break
      }
      guard chain.count <= Manifest.longestChain else { throw .unreadableObject(next) }
      chain.append(next)
    }
    for id in chain.reversed() {
      let text = try text(id)
      guard let pieces = text.pieces(over: base?.pieces ?? []) else { throw .unreadableObject(id) }
      let manifest = Manifest(
        id: id, length: text.length, sha256: text.sha256, pieces: pieces,
        depth: text.base == nil ? 0 : (base?.depth ?? 0) + 1)
      keep(manifest)
      base = manifest
    }
    guard let base else { preconditionFailure("a chain of manifests without one") }
    return base
  }

  /// The manifests that `id` builds on, itself first; as far as they can be read.
  mutating func chain(of id: ObjectID) -> [ObjectID] {
    var chain = [id]
    while chain.count <= Manifest.longestChain + 1, let base = try? text(chain[chain.count - 1]).base {
      chain.append(base)
    }
    return chain
  }

  /// What the manifest itself says.
  mutating func text(_ id: ObjectID) throws(CapsuleError) -> ManifestText {
    if let known = texts[id] { return known }
    let text = try read(id)
    texts[id] = text
    return text
  }

  private mutating func keep(_ manifest: Manifest) {
    resolved[manifest.id] = manifest
    order.append(manifest.id)
    guard order.count > Self.limit else { return }
    let oldest = order.removeFirst()
    resolved[oldest] = nil
    texts[oldest] = nil
  }
}
