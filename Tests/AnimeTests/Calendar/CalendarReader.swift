import Anime

/// Reads a calendar as strictly as RFC 5545 is written, to see that what was written means what it should.
struct CalendarReader {
  /// The events, each with its properties.
  let events: [Event]

  struct Malformed: Error {
    var line: String
  }

  /// A content line: `NAME;PARAMETER=VALUE:value`.
  struct Property {
    var name: String
    var parameters: String
    var value: String
  }

  struct Event {
    var properties: [Property]

    subscript(_ name: String) -> String? { properties.first { $0.name == name }?.value }

    /// The value of `name` with its escapes undone.
    func text(_ name: String) -> String? {
      guard let value = self[name] else { return nil }
      var text = ""
      var isEscaped = false
      for character in value {
        if isEscaped { text += character == "n" || character == "N" ? "\n" : String(character) }
        if !isEscaped, character != "\\" { text.append(character) }
        isEscaped = !isEscaped && character == "\\"
      }
      return text
    }

    func instant(_ name: String) -> Instant? { self[name].flatMap(CalendarReader.instant) }
  }

  init(events: [Event]) {
    self.events = events
  }

  init(_ text: String) throws {
    var lines: [Property] = []
    guard text.hasSuffix("\r\n") else { throw Malformed(line: "the end") }
    for line in try Self.unfolded(text) {
      guard let colon = line.firstIndex(of: ":") else { throw Malformed(line: line) }
      let parts = line[..<colon].split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts[0].allSatisfy({ $0.isUppercase || $0 == "-" }) else { throw Malformed(line: line) }
      let value = String(line[line.index(after: colon)...])
      lines.append(Property(name: String(parts[0]), parameters: parts.count > 1 ? String(parts[1]) : "", value: value))
    }
    guard lines.first?.value == "VCALENDAR", lines.last?.name == "END", lines.last?.value == "VCALENDAR",
      lines.contains(where: { $0.name == "PRODID" }),
      lines.contains(where: { $0.name == "VERSION" && $0.value == "2.0" })
    else { throw Malformed(line: "the frame") }
    var events: [Event] = []
    var open: Event?
    for line in lines.dropFirst().dropLast() {
      switch (line.name, line.value) {
      case ("BEGIN", "VEVENT"):
        guard open == nil else { throw Malformed(line: "an event in an event") }
        open = Event(properties: [])
      case ("END", "VEVENT"):
        guard let event = open else { throw Malformed(line: "an end without a beginning") }
        try Self.check(event)
        events.append(event)
        open = nil
      default: open?.properties.append(line)
      }
    }
    guard open == nil else { throw Malformed(line: "an event without an end") }
    self.events = events
  }

  /// Lines of at most 75 octets, put together where they are folded.
  private static func unfolded(_ text: String) throws -> [String] {
    var lines: [String] = []
    for line in text.dropLast().split(separator: "\r\n", omittingEmptySubsequences: false) {
      guard line.utf8.count <= 75, !line.isEmpty, !line.contains(where: \.isNewline) else {
        throw Malformed(line: String(line))
      }
      if line.utf8.first == UInt8(ascii: " ") {
        guard !lines.isEmpty else { throw Malformed(line: String(line)) }
        lines[lines.count - 1].unicodeScalars.append(contentsOf: line.unicodeScalars.dropFirst())
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  private static func check(_ event: Event) throws {
    for name in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"] where event.properties.count(where: { $0.name == name }) != 1 {
      throw Malformed(line: "\(event["UID"] ?? "?") has not one \(name)")
    }
    if let rule = event["RRULE"], event.instant("DTSTART") == nil { throw Malformed(line: rule) }
  }

  static func instant(_ text: String) -> Instant? {
    let characters = Array(text)
    guard characters.count == 16, text.hasSuffix("Z"), characters[8] == "T" else { return nil }
    func part(_ range: Range<Int>) -> String { String(characters[range]) }
    return Instant(
      iso8601: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z")
  }

  /// The times of all events with this UID that begin in `range`, in order.
  func times(of uid: String, in range: Range<Instant>) throws -> [Instant] {
    let mine = events.filter { $0["UID"] == uid }
    let replaced = Set(mine.compactMap { $0.instant("RECURRENCE-ID") })
    var times: [Instant] = []
    for event in mine {
      guard let start = event.instant("DTSTART") else { continue }
      guard let rule = event["RRULE"] else {
        times.append(start)
        continue
      }
      let left = Set((event["EXDATE"] ?? "").split(separator: ",").compactMap { Self.instant(String($0)) })
      times += try Self.expanded(rule, from: start, before: range.upperBound).filter {
        !left.contains($0) && !replaced.contains($0)
      }
    }
    return times.filter(range.contains).sorted()
  }

  /// What a rule comes to, step by step and without the arithmetic of the program.
  private static func expanded(_ rule: String, from start: Instant, before: Instant) throws -> [Instant] {
    let parts = Dictionary(
      uniqueKeysWithValues: rule.split(separator: ";").map { part in
        let halves = part.split(separator: "=")
        return (String(halves[0]), String(halves[1]))
      })
    guard Set(parts.keys).isSubset(of: ["FREQ", "INTERVAL", "UNTIL"]) else { throw Malformed(line: rule) }
    let interval = Int64(parts["INTERVAL"] ?? "1") ?? 1
    let until = parts["UNTIL"].flatMap(instant)
    var times: [Instant] = []
    var at = start
    var month = 0
    while at < before, until.map({ at <= $0 }) ?? true {
      times.append(at)
      switch parts["FREQ"] {
      case "WEEKLY": at = at + .weeks(interval)
      case "DAILY": at = at + .days(interval)
      case "MONTHLY":
        repeat {
          month += Int(interval)
          guard let next = same(start, months: month) else { continue }
          at = next
          break
        } while month < 12_000
      default: throw Malformed(line: rule)
      }
    }
    return times
  }

  /// `start` so many months later; nil where that month lacks the day.
  private static func same(_ start: Instant, months: Int) -> Instant? {
    let civil = Zone.utc.civil(start)
    let index = civil.date.month - 1 + months
    let date = CivilDate(year: civil.date.year + index / 12, month: index % 12 + 1, day: civil.date.day)
    guard CivilDate(daysSince1970: date.daysSince1970) == date else { return nil }
    return Zone.utc.startOfDay(date) + (start - Zone.utc.startOfDay(civil.date))
  }
}
