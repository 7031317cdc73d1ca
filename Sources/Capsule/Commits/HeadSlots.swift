/// The two files that say which commit is the present one.
///
/// A slot is one line of 91 bytes, less than a sector, and is overwritten in place, last of all. That is the moment at
/// which a commit counts. Whatever happens to the write, the other slot still names the commit before; it follows when
/// the first one lasts, so that a slot that rots later takes nothing with it.
///
///     00000812 9f86d081884c7d65… 5d41402abc4b2a76
struct HeadSlots: Sendable {
  private static let length = 8 + 1 + 64 + 1 + 16 + 1

  let layout: Layout
  let disk: any Disk

  /// What the slots say; a slot is nil where it is missing or damaged.
  struct Reading: Equatable {
    var slots: [CommitID?]
    var areAllMissing: Bool

    /// The later one.
    var newest: CommitID? {
      slots.compactMap { $0 }.max { $0.sequence < $1.sequence }
    }

    /// The slot that the next commit overwrites: the damaged or the older one.
    var older: Int {
      guard let first = slots[0] else { return 0 }
      guard let second = slots[1] else { return 1 }
      return first.sequence <= second.sequence ? 0 : 1
    }

    var damaged: [Int] { slots.indices.filter { slots[$0] == nil } }
  }

  func read() throws(CapsuleError) -> Reading {
    var reading = Reading(slots: [nil, nil], areAllMissing: true)
    for slot in 0..<2 {
      guard let bytes = try disk.contents(of: layout.head(slot: slot)) else { continue }
      reading.areAllMissing = false
      reading.slots[slot] = Self.parse(bytes)
    }
    return reading
  }

  /// Makes `id` the present commit.
  func write(_ id: CommitID, over reading: Reading) throws(CapsuleError) {
    try write(id, slot: reading.older, over: reading)
    // The commit is done: whoever is told otherwise would do it again.
    try? write(id, slot: 1 - reading.older, over: reading)
  }

  private func write(_ id: CommitID, slot: Int, over reading: Reading) throws(CapsuleError) {
    let path = layout.head(slot: slot)
    let isNew = try disk.length(of: path) == nil
    try disk.with(path, .making) { file throws(CapsuleError) in
      do throws(CapsuleError) {
        try disk.write(Self.line(for: id), to: file, at: 0)
        try disk.sync(file)
      } catch {
        // Who is told that it failed must not find it done: the slot says again what it said.
        let before = reading.slots[slot].map(Self.line) ?? Array(repeating: 10, count: Self.length)
        try? disk.write(before, to: file, at: 0)
        throw error
      }
    }
    if isNew { try disk.syncFolder(layout.root) }
  }

  static func line(for id: CommitID) -> [UInt8] {
    let text = "\(padded(id.sequence, to: 8)) \(id.digest.hex)"
    return Array("\(text) \(sum(of: text.utf8))\n".utf8)
  }

  private static func parse(_ bytes: [UInt8]) -> CommitID? {
    guard bytes.count >= length, bytes[length - 1] == 10 else { return nil }
    let parts = bytes[..<(length - 1)].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3, parts[0].count == 8, let sequence = Int(parts[0]), let digest = Digest(hex: parts[1]),
      parts[2] == sum(of: "\(parts[0]) \(parts[1])".utf8)
    else { return nil }
    return CommitID(sequence: sequence, digest: digest)
  }
}
