import Anime
import CSystem
import Capsule
import Glibc

/// Compares what a provider sent at two times by the pieces in which the two differ: a day changes fifteen of nine
/// hundred, and only those are read.
struct PieceComparison {
  private let deriver: Deriver
  private var reader: PieceReader
  private let identities: [String: ShowID]

  init(_ deriver: Deriver, identities: [String: ShowID]) {
    self.deriver = deriver
    self.identities = identities
    reader = deriver.capsule.pieces
  }

  /// The shows that differ between two receipts of `provider`; nil is a receipt of nothing.
  ///
  /// With `wanted`, of other shows nothing is said; `needles` are bytes one of which any piece with it must hold.
  mutating func differences(
    of provider: String, from old: Receipt?, to new: Receipt?, only wanted: Set<ShowID>? = nil, needles: [[UInt8]] = []
  ) throws(LibraryError) -> [ShowDifference] {
    guard let kind = new?.kind ?? old?.kind, let decode = deriver.options.partDecoders[kind],
      old.map({ $0.kind == kind }) ?? true
    else { return try wholeDifferences(of: provider, from: old, to: new, only: wanted) }
    let (removed, added) = try inCapsule { () throws(CapsuleError) in
      try reader.difference(from: old?.manifest, to: new?.manifest)
    }
    let before = try shows(in: removed, of: provider, decode, wanted, needles)
    let after = try shows(in: added, of: provider, decode, wanted, needles)
    return Self.differences(of: provider, before, after)
  }

  private func shows(
    in pieces: [Piece], of provider: String, _ decode: PartDecoder, _ wanted: Set<ShowID>?, _ needles: [[UInt8]]
  ) throws(LibraryError) -> [ShowID: Show] {
    var shows: [ShowID: Show] = [:]
    for piece in pieces {
      let bytes = try inCapsule { () throws(CapsuleError) in try reader.bytes(piece) }
      guard needles.isEmpty || needles.contains(where: { bytes.contains($0) }) else { continue }
      for item in decode(bytes) {
        let id = identities[item.otherKey] ?? identities[item.show.key] ?? ShowID(key: item.show.key)
        if wanted?.contains(id) ?? true { shows[id] = item.show.show(id: id, provider: provider) }
      }
    }
    return shows
  }

  /// The same from the files as a whole, where their parts cannot be read by themselves.
  private func wholeDifferences(
    of provider: String, from old: Receipt?, to new: Receipt?, only wanted: Set<ShowID>?
  ) throws(LibraryError) -> [ShowDifference] {
    func shows(_ receipt: Receipt?) throws(LibraryError) -> [ShowID: Show] {
      guard let receipt, let decode = deriver.options.decoders[receipt.kind] else { return [:] }
      let bytes = try inCapsule { () throws(CapsuleError) in try deriver.capsule.bytes(of: receipt) }
      guard let decoded = try? decode(bytes) else { throw .unreadableFile(provider: provider) }
      let rows = decoded.shows.map { $0.show(id: identities[$0.key] ?? ShowID(key: $0.key), provider: provider) }
      return Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }.filter { wanted?.contains($0.key) ?? true }
    }
    return Self.differences(of: provider, try shows(old), try shows(new))
  }

  static func differences(
    of provider: String, _ before: [ShowID: Show], _ after: [ShowID: Show]
  ) -> [ShowDifference] {
    Set(before.keys).union(after.keys).sorted().compactMap { id in
      before[id] == after[id]
        ? nil : ShowDifference(show: id, provider: provider, before: before[id], after: after[id])
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ needle: [UInt8]) -> Bool {
    withUnsafeBytes { bytes in
      needle.withUnsafeBytes { memmem(bytes.baseAddress, bytes.count, $0.baseAddress, $0.count) != nil }
    }
  }
}
