import Capsule

/// What a capsule must say: the present catalogue, what it keeps beside it, and everything the user did.
struct Belief: Equatable, Sendable {
  /// The catalogue, in lines; nil before the first commit.
  var lines: [String]?
  /// The files beside the catalogue, in lines.
  var kept: [String: [String]] = [:]
  /// What the user did, in order.
  var bodies: [String] = []

  /// What the capsule says, each byte of it proven.
  init(reading capsule: TimeCapsule) throws(CapsuleError) {
    if let receipt = try capsule.headCommit()?.content.sources[Self.provider]?.current {
      lines = Self.lines(of: try capsule.bytes(of: receipt))
    }
    for file in try capsule.keptFiles(of: capsule.headCommit()).all {
      kept[file.name] = Self.lines(of: try capsule.bytes(of: file))
    }
    bodies = try capsule.logs().flatMap(\.operations).map { String(decoding: $0.body, as: UTF8.self) }
  }

  /// What a new capsule says.
  init() {}

  static let provider = "power"

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What is wrong with this, found where a step led from `before` to `after` and may not have been finished.
  func flaw(between before: Belief, and after: Belief) -> String? {
    if lines != before.lines, lines != after.lines { return "a catalogue that never was" }
    if kept != before.kept, kept != after.kept { return "kept files that never were" }
    if lines != before.lines, kept != after.kept { return "a commit without the files that it goes on with" }
    if bodies.count < before.bodies.count { return "only \(bodies.count) of \(before.bodies.count) confirmed edits" }
    if !bodies.starts(with: before.bodies) { return "other edits than the confirmed ones" }
    var made = after.bodies[before.bodies.count...]
    for body in bodies[before.bodies.count...] {
      // Each operation is whole or not there; of several that were appended at once, any may have reached the disk.
      guard let index = made.firstIndex(of: body) else { return "an edit that nobody made" }
      made = made[(index + 1)...]
    }
    return nil
  }
}

extension TimeCapsule {
  /// The file that says `lines`, and where its pieces end.
  static func joined(_ lines: [String]) -> (bytes: [UInt8], cuts: [Int]) {
    var bytes: [UInt8] = []
    var cuts: [Int] = []
    for line in lines {
      bytes += line.utf8
      bytes.append(10)
      cuts.append(bytes.count)
    }
    return (bytes, cuts)
  }

  /// Stores `lines` as the catalogue, a piece each, and commits.
  func commit(_ lines: [String], identities: [UInt8]? = nil) throws(CapsuleError) {
    let (bytes, cuts) = Self.joined(lines)
    try write("sync") { writer throws(CapsuleError) in
      var base: Manifest?
      if let receipt = try headCommit()?.content.sources[Belief.provider]?.current {
        base = try? manifest(receipt.manifest)
      }
      let stored = writer.store(bytes, cuts: cuts, over: base)
      let receipt = Receipt(
        of: stored, version: nil, url: "https://mirror.test/data.json", mirror: "https://mirror.test", fetched: 1,
        verdict: "accepted")
      var draft = CommitDraft(
        provider: Belief.provider, cause: "sync", sources: [Belief.provider: Source(current: receipt)])
      if let identities { draft.identities = writer.putTwice(identities) }
      try writer.record(draft)
    }
  }

  /// Keeps `lines` as the file `name`, a piece each, and commits.
  func keep(_ lines: [String], as name: String) throws(CapsuleError) {
    let (bytes, cuts) = Self.joined(lines)
    try write("import") { writer throws(CapsuleError) in
      let present = try headCommit()
      var files = try keptFiles(of: present)
      let manifest = try writer.keep(bytes, cuts: cuts, isOnlyHere: true)
      files.keep(
        KeptFile(
          name: name, manifest: manifest, count: lines.count, received: 1_786_752_000_000, origin: "power",
          isOnlyHere: true))
      var draft = CommitDraft(provider: "danmaku", cause: "import", sources: present?.content.sources ?? [:])
      draft.files = writer.putTwice(files.bytes)
      try writer.record(draft)
    }
  }

  /// Appends operations, and waits until they last.
  func append(_ bodies: [String]) throws(CapsuleError) {
    _ = try append(bodies.map { Array($0.utf8) })
  }
}
