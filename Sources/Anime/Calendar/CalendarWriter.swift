/// Writes the content lines of RFC 5545.
struct CalendarWriter {
  private(set) var text = ""

  /// The octets of a line, without its end (3.1).
  private static let lineLength = 75

  mutating func add(_ event: CalendarEvent) {
    write("BEGIN", "VEVENT")
    write("UID", text: event.uid)
    write("DTSTAMP", event.stamp.calendarText)
    write("SEQUENCE", String(event.sequence))
    if let replaced = event.replaces { write("RECURRENCE-ID", replaced.calendarText) }
    switch event.time {
    case .moment(let start, let minutes):
      write("DTSTART", start.calendarText)
      write("DURATION", "PT\(minutes)M")
    case .day(let date):
      write("DTSTART;VALUE=DATE", date.calendarText)
    }
    if let rule = event.rule { write("RRULE", rule.text) }
    if !event.exceptions.isEmpty { write("EXDATE", event.exceptions.map(\.calendarText).joined(separator: ",")) }
    // It is to be seen, and takes nobody's time.
    write("TRANSP", "TRANSPARENT")
    write("SUMMARY", text: event.summary)
    if !event.place.isEmpty { write("LOCATION", text: event.place) }
    if !event.notes.isEmpty { write("DESCRIPTION", text: event.notes) }
    if !event.address.isEmpty { write("URL", event.address) }
    write("END", "VEVENT")
  }

  /// A property whose value is text, with what has a meaning of its own in a file escaped (3.3.11).
  mutating func write(_ name: String, text value: String) {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      case let scalar where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    write(name, escaped)
  }

  /// A property, folded so that no line is longer than it may be, and no character lies on both sides of a fold.
  mutating func write(_ name: String, _ value: String) {
    var room = Self.lineLength
    for scalar in "\(name):\(value)".unicodeScalars {
      let length = UTF8.width(scalar)
      if length > room {
        text += "\r\n "
        room = Self.lineLength - 1
      }
      text.unicodeScalars.append(scalar)
      room -= length
    }
    text += "\r\n"
  }
}

extension CalendarEvent.Rule {
  /// `FREQ=WEEKLY;UNTIL=20260925T130000Z`: whole weeks as such, for programs show them better than seven days.
  fileprivate var text: String {
    let (unit, count) =
      switch period {
      case .days(let days) where days % 7 == 0: ("WEEKLY", days / 7)
      case .days(let days): ("DAILY", days)
      case .months(let months): ("MONTHLY", months)
      case .once: preconditionFailure("a rule for an event that does not repeat")
      }
    let interval = count == 1 ? "" : ";INTERVAL=\(count)"
    return "FREQ=\(unit)\(interval)" + (until.map { ";UNTIL=\($0.calendarText)" } ?? "")
  }
}

extension Instant {
  /// `20260701T130000Z` (RFC 5545, 3.3.5, form 2).
  fileprivate var calendarText: String {
    let civil = CivilTime(self)
    return "\(civil.date.calendarText)T\(padded(civil.hour, 2))\(padded(civil.minute, 2))\(padded(civil.second, 2))Z"
  }
}

extension CivilDate {
  /// `20260701` (RFC 5545, 3.3.4).
  fileprivate var calendarText: String {
    "\(padded(year, 4))\(padded(month, 2))\(padded(day, 2))"
  }
}
