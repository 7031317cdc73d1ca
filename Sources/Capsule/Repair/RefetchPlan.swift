/// Which files of providers, received once more, would heal which objects.
struct RefetchPlan {
  private var manifests: ManifestCatalogue
  private let history: CommitHistory

  init(_ history: CommitHistory, _ objects: ObjectReader) {
    self.history = history
    manifests = ManifestCatalogue(objects)
  }

  /// The receipts whose files would heal some of `damage`, the newest first, each once.
  mutating func candidates(for damage: [Damage]) -> [RefetchCandidate] {
    let bad = Set(
      damage.compactMap { damage -> ObjectID? in
        if case .object(let id, _, need: .catalogue) = damage { id } else { nil }
      })
    guard !bad.isEmpty else { return [] }
    var seen: Set<ObjectID> = []
    var candidates: [RefetchCandidate] = []
    // A manifest may be the base of others though its own commit was given up: all commits count.
    for commit in history.all.sorted(by: { $0.time > $1.time }) {
      for provider in commit.content.sources.keys.sorted() {
        guard let source = commit.content.sources[provider] else { continue }
        for receipt in source.receipts where seen.insert(receipt.manifest).inserted {
          let healed = objects(in: receipt).intersection(bad)
          if !healed.isEmpty {
            candidates.append(RefetchCandidate(receipt: receipt, provider: provider, objects: healed))
          }
        }
      }
    }
    return candidates
  }

  private mutating func objects(in receipt: Receipt) -> Set<ObjectID> {
    let pieces = (try? manifests.manifest(receipt.manifest))?.pieces ?? []
    return Set(pieces.map(\.id)).union([receipt.manifest])
  }

  /// The stored bytes of every object that can be cut out of `file`.
  ///
  /// What a manifest was written over is not known where it is damaged; those that it can have been are tried.
  mutating func frames(in file: RefetchedFile) -> [ObjectID: [UInt8]] {
    guard Digest(of: file.bytes) == file.receipt.sha256 else { return [:] }
    let compressor = Compressor()
    var frames: [ObjectID: [UInt8]] = [:]
    func pieces(_ cuts: [Int]) -> [Piece] {
      var start = 0
      return cuts.map { end in
        let frame = file.bytes[start..<end].withUnsafeBytes { compressor.frame(of: $0) }
        let piece = Piece(id: ObjectID(Digest(of: frame)), length: end - start)
        frames[piece.id] = frame
        start = end
        return piece
      }
    }
    if let manifest = try? manifests.manifest(file.receipt.manifest),
      manifest.pieces.reduce(0, { $0 + $1.length }) == file.bytes.count
    {
      var end = 0
      _ = pieces(
        manifest.pieces.map {
          end += $0.length; return end
        })
      return frames
    }
    guard file.cuts.last ?? 0 == file.bytes.count else { return [:] }
    let cut = pieces(file.cuts)
    for base in bases(of: file.receipt) {
      let text = ManifestText(cut, length: file.bytes.count, sha256: file.receipt.sha256, over: base)
      let frame = text.bytes.withUnsafeBytes { compressor.frame(of: $0) }
      guard ObjectID(Digest(of: frame)) == file.receipt.manifest else { continue }
      frames[file.receipt.manifest] = frame
      break
    }
    return frames
  }

  /// The manifests that the receipt's can have been written over: none, that of the commit before, or the present one
  /// beside which it was set aside.
  private mutating func bases(of receipt: Receipt) -> [Manifest?] {
    var bases: [Manifest?] = [nil]
    var tried: Set<ObjectID> = [receipt.manifest]
    let commits = history.all
    for (index, commit) in commits.enumerated()
    where commit.content.receipts.contains(where: { $0.manifest == receipt.manifest }) {
      let near = [commit] + commits.dropFirst(index + 1).prefix(2)
      for other in near.flatMap(\.content.receipts) where tried.insert(other.manifest).inserted {
        if let manifest = try? manifests.manifest(other.manifest) { bases.append(manifest) }
      }
    }
    return bases
  }
}
