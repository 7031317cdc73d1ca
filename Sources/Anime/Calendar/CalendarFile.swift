/// A calendar as RFC 5545 writes it: the same events give the same bytes.
public struct CalendarFile: Hashable, Sendable {
  /// What programs call it.
  public var name: String
  /// What is in it.
  public var events: [CalendarEvent]

  /// A calendar of `events`.
  public init(name: String, events: [CalendarEvent]) {
    self.name = name
    self.events = events
  }

  /// The file.
  ///
  /// Every time is in UTC. Japan, whose stations all rules are made of, has no daylight saving, so a rule in UTC is
  /// exact, and each reader's own zone is for the reader's program to know: no description of a zone is needed.
  public var text: String {
    var writer = CalendarWriter()
    writer.write("BEGIN", "VCALENDAR")
    writer.write("VERSION", "2.0")
    writer.write("PRODID", "-//Yozakura//Yozakura//EN")
    writer.write("CALSCALE", "GREGORIAN")
    writer.write("X-WR-CALNAME", text: name)
    for event in events { writer.add(event) }
    writer.write("END", "VCALENDAR")
    return writer.text
  }
}
