/// How a capsule lies in an archive, and in the folder that somebody unpacked one into.
///
///     yozakura-capsule/format                     "yozakura capsule 1"
///     yozakura-capsule/HEAD                       the name of the present commit, or nothing
///     yozakura-capsule/ops/<device>.jsonl         the logs
///     yozakura-capsule/commits/<commit>.json      every commit
///     yozakura-capsule/objects/ab/<sha256>        every object that a commit needs
///     yozakura-capsule/SHA256SUMS                 for `sha256sum --check`, all of the above
enum PortableLayout {
  static let root = "yozakura-capsule"
  static let sums = "SHA256SUMS"

  /// What a file in the archive is, by its name below the root.
  enum Part: Equatable {
    case format, head, sums
    case log(device: String)
    case commit(CommitID)
    case object(ObjectID)
  }

  /// The part that is called `name`; nil for a name that no part has.
  static func part(_ name: Substring) -> Part? {
    switch name {
    case "format": return .format
    case "HEAD": return .head
    case Substring(sums): return .sums
    default: break
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("ops", 2) where parts[1].hasSuffix(".jsonl"):
      return DeviceName.parse(parts[1].dropLast(6)).map { .log(device: $0) }
    case ("commits", 2) where parts[1].hasSuffix(".json"):
      return CommitID(parts[1].dropLast(5)).map { .commit($0) }
    case ("objects", 3) where parts[2].hasPrefix(parts[1]) && parts[1].utf8.count == 2:
      return ObjectID(hex: parts[2]).map { .object($0) }
    default: return nil
    }
  }

  static func log(of device: String) -> String { "ops/\(device).jsonl" }
  static func commit(_ id: CommitID) -> String { "commits/\(id).json" }

  static func object(_ id: ObjectID) -> String {
    let hex = id.digest.hex
    return "objects/\(hex.prefix(2))/\(hex)"
  }

  /// A line of the list of sums.
  static func sumLine(_ digest: Digest, _ name: String) -> String { "\(digest)  \(name)\n" }
}
