/// How a memory is written down: lines that people can read, and a sum that tells damage from none.
///
///     yozakura announcements 1
///     begun 2026-08-15T13:00:00Z
///     look 2026-08-16T13:00:00Z
///     run 2026-08-15T13:00:00Z 2026-08-16T13:00:00Z 93600000 0f7c3bd2-4a11-4e0e-9c35-6d5b6d4b8e7a
///     line abcdefghij 2026-08-15T13:00:00Z - episodes
///     lead stream:crunchyroll
///     told 2026-08-16T12:00:00Z
///     held abcdefghij
///     sum 6a09e667f3bcc908
extension ConsumerMemory {
  private static let heading = "yozakura announcements 1"

  /// The memory as text; the same memory gives the same text.
  public var text: String {
    var lines = [Self.heading, "begun \(begun.iso8601)"] + looks.map { "look \($0.iso8601)" }
    if let run { lines.append("run \(run.text)") }
    for (key, line) in self.lines.sorted(by: { Self.isBefore($0.key, $1.key) }) {
      let floor = line.floor?.iso8601 ?? "-"
      lines.append("line \(key.show) \(line.since.iso8601) \(floor) \(key.line)")
      if let lead = line.lead { lines.append("lead \(lead)") }
      lines += line.told.map { told in "told \(told.at.iso8601)" + (told.name.map { " \($0)" } ?? "") }
    }
    lines += held.map { "held \($0)" }
    let body = lines.joined(separator: "\n") + "\n"
    return body + "sum \(Self.sum(body))\n"
  }

  /// Reads what `text` writes. Nil for anything else: a memory is known whole or not at all.
  public init?(_ text: String) {
    guard let body = Self.body(of: text) else { return nil }
    var rows = body.split(separator: "\n").dropFirst()
    guard let begun = rows.popFirst().flatMap({ Self.instant($0, after: "begun") }) else { return nil }
    self.init(begun: begun)
    while let row = rows.popFirst() {
      let words = row.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, read(words[0], words[1], &rows) else { return nil }
    }
  }

  private mutating func read(_ word: String, _ rest: String, _ rows: inout ArraySlice<Substring>) -> Bool {
    switch word {
    case "look":
      guard let instant = Instant(iso8601: rest) else { return false }
      looks.append(instant)
    case "run":
      guard let run = ClockRun(text: rest) else { return false }
      self.run = run
    case "held":
      guard let show = ShowID(rest) else { return false }
      held.append(show)
    case "line":
      guard let (key, line) = Self.line(rest, &rows) else { return false }
      lines[key] = line
    default: return false
    }
    return true
  }

  /// A line's own row and the rows of what was told of it.
  private static func line(_ text: String, _ rows: inout ArraySlice<Substring>) -> (Key, LineMemory)? {
    let words = text.split(separator: " ", maxSplits: 3).map(String.init)
    guard words.count == 4, let show = ShowID(words[0]), let since = Instant(iso8601: words[1]),
      let line = AnnouncementLine(words[3])
    else { return nil }
    let floor = Instant(iso8601: words[2])
    guard floor != nil || words[2] == "-" else { return nil }
    var lead: AnnouncementLine?
    if let row = rows.first, row.hasPrefix("lead ") {
      lead = AnnouncementLine(String(row.dropFirst(5)))
      rows.removeFirst()
    }
    var told: [LineMemory.Told] = []
    while let row = rows.first, row.hasPrefix("told ") {
      let parts = row.dropFirst(5).split(separator: " ", maxSplits: 1).map(String.init)
      guard let at = parts.first.flatMap({ Instant(iso8601: $0) }) else { return nil }
      told.append(LineMemory.Told(at: at, name: parts.count > 1 ? parts[1] : nil))
      rows.removeFirst()
    }
    return (Key(show, line), LineMemory(since: since, floor: floor, lead: lead, told: told))
  }

  /// What stands before the sum, where the sum and the heading are right.
  private static func body(of text: String) -> Substring? {
    guard text.hasPrefix(heading + "\n"), text.hasSuffix("\n"),
      let end = text.dropLast().lastIndex(of: "\n")
    else { return nil }
    let body = text[...end]
    return text[text.index(after: end)...] == "sum \(sum(String(body)))\n" ? body : nil
  }

  private static func instant(_ row: Substring, after word: String) -> Instant? {
    row.hasPrefix(word + " ") ? Instant(iso8601: row.dropFirst(word.count + 1)) : nil
  }

  private static func sum(_ body: String) -> String {
    var body = body
    let sum = body.withUTF8 { Checksum.of(UnsafeRawBufferPointer($0)) }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func isBefore(_ left: Key, _ right: Key) -> Bool {
    (left.show, left.line.description) < (right.show, right.line.description)
  }
}

extension ClockRun {
  /// The first look and the last one by the clock on the wall, the milliseconds since the start at the last one, and
  /// what names the run.
  fileprivate var text: String {
    "\(first.iso8601) \(last.iso8601) \(uptime.elapsed.milliseconds) \(uptime.boot)"
  }

  /// Reads what `text` writes. Nil for anything else.
  fileprivate init?(text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 4, let first = Instant(iso8601: words[0]), let last = Instant(iso8601: words[1]),
      let elapsed = Int64(words[2])
    else { return nil }
    self.init(Uptime(boot: words[3], elapsed: Instant.Span(milliseconds: elapsed)), first: first, last: last)
  }
}
