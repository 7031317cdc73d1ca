internal import FoundationEssentials

/// A commit as it is written: JSON with sorted keys and no spaces, on one line.
///
///     {"added":3,"cause":"sync","changed":13,"format":1,"identities":"…","parent":"00000811-…",…}
struct CommitFile: Codable {
  static let format = 1

  let format: Int
  let sequence: Int
  let parent: CommitID?
  let time: Int64
  let program: String
  let content: CommitDraft

  init(sequence: Int, parent: CommitID?, time: Int64, program: String, content: CommitDraft) {
    format = Self.format
    self.sequence = sequence
    self.parent = parent
    self.time = time
    self.program = program
    self.content = content
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(self) else {
      preconditionFailure("commit \(sequence) has a field that is no JSON")
    }
    return Array(json) + [10]
  }

  /// Whether its numbers are such as a program writes: another capsule's commit may come from anybody.
  private var makesSense: Bool {
    let others = [parent].compactMap(\.self) + (content.merged ?? [])
    let times = [time] + content.receipts.map(\.fetched)
    return sequence > 0 && sequence < CommitID.greatestSequence - 1_000_000
      && others.allSatisfy { $0.sequence < sequence }
      && times.allSatisfy { HybridTime.plausible.contains($0) }
      && content.receipts.allSatisfy { $0.shows >= 0 && $0.missing >= 0 && $0.length >= 0 }
      && !content.sources.keys.contains("")
  }

  /// The commit in `bytes`, if they are what `id` names.
  static func read(_ bytes: [UInt8], as id: CommitID) -> Commit? {
    guard Digest(of: bytes) == id.digest, let file = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
      file.format == format, file.sequence == id.sequence, file.makesSense
    else { return nil }
    return Commit(id: id, parent: file.parent, time: file.time, program: file.program, content: file.content)
  }
}

extension CommitFile {
  private enum Key: String, CodingKey {
    case format, sequence, parent, time, program
  }

  /// Reads the commit's own fields and what it says, which stand side by side.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    format = try container.decode(Int.self, forKey: .format)
    sequence = try container.decode(Int.self, forKey: .sequence)
    parent = try container.decodeIfPresent(CommitID.self, forKey: .parent)
    time = try container.decode(Int64.self, forKey: .time)
    program = try container.decode(String.self, forKey: .program)
    content = try CommitDraft(from: decoder)
  }

  /// Writes them side by side.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(format, forKey: .format)
    try container.encode(sequence, forKey: .sequence)
    try container.encodeIfPresent(parent, forKey: .parent)
    try container.encode(time, forKey: .time)
    try container.encode(program, forKey: .program)
    try content.encode(to: encoder)
  }
}
