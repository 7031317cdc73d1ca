import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct CalendarTests {
  private let program: Program

  init() throws {
    program = try Program()
    _ = try program.run("follow", "bangumi:400602", "bangumi:501963")
  }

  @Test func `The calendar has the shows that are followed, and the same bytes each time`() throws {
    let first = try program.run("calendar")
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(first.output.hasSuffix("END:VCALENDAR\r\n"))
    #expect(first.output.components(separatedBy: "BEGIN:VEVENT").count == 3)
    #expect(first.output.contains("SUMMARY:葬送のフリーレン\r\n"))
    #expect(try program.run("calendar").output == first.output)
  }

  @Test func `A file holds what standard output would`() throws {
    let text = try program.run("calendar").output
    #expect(try program.run("calendar", "-o", "\(program.home)/a.ics").status == 0)
    #expect(try String(contentsOfFile: "\(program.home)/a.ics", encoding: .utf8) == text)
  }

  @Test func `A filter leaves shows out of those that are followed`() throws {
    _ = try program.run("set", "bangumi:515759", "--status", "planned")
    let calendar = try program.run("calendar", "--filter", "ended or status:planned").output

    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 2)
    #expect(calendar.contains("SUMMARY:葬送のフリーレン\r\n"))
    #expect(try program.run("calendar", "--filter", "status:").status == 64)
  }

  @Test func `As JSON it is one object with the calendar in it`() throws {
    let object = try program.run("calendar", "--json").json("calendar")
    #expect(object.text("calendar")?.hasPrefix("BEGIN:VCALENDAR") == true)
    #expect(object.list("shows").count == 2)
  }

  @Test(.enabled(if: Self.hasPythonReader, "python3-icalendar is not installed"))
  func `The icalendar of Python reads every event with its rule`() throws {
    _ = try program.run("calendar", "-o", "\(program.home)/a.ics")
    let read = try program.shell("/usr/bin/python3 -c '\(Self.reader)' < '\(program.home)/a.ics'")
    #expect(read.status == 0, "\(read.talk)")
    let lines = Set(read.lines)
    #expect(lines.contains("葬送のフリーレン 2023-09-28T15:00:00+00:00 - -"))
    #expect(lines.contains { $0.hasPrefix("無職転生Ⅲ") && $0.hasSuffix("2026-07-04T11:00:00+00:00 WEEKLY -") })
  }

  @Test(.enabled(if: Self.hasKhal, "khal is not installed"))
  func `Khal shows an evening as it will be`() throws {
    _ = try program.run("calendar", "-o", "\(program.home)/a.ics")
    let settings = """
      [calendars]
      [[shows]]
      path = \(program.home)/khal
      [locale]
      timeformat = %H:%M
      dateformat = %Y-%m-%d
      longdateformat = %Y-%m-%d
      datetimeformat = %Y-%m-%d %H:%M
      longdatetimeformat = %Y-%m-%d %H:%M
      local_timezone = Asia/Tokyo
      default_timezone = Asia/Tokyo

      """
    try settings.write(toFile: "\(program.home)/khal.conf", atomically: true, encoding: .utf8)
    let shown = try program.shell(
      """
      mkdir -p khal && khal -c khal.conf import --batch -a shows a.ics \
      && khal -c khal.conf list --format '{start-time} {title}' 2026-08-15 14d
      """)
    #expect(shown.status == 0, "\(shown.talk)")
    let times = shown.lines.filter { $0.contains("無職転生Ⅲ") }.compactMap { $0.split(separator: " ").first }
    #expect(times == ["20:00", "20:00"])
    #expect(!shown.output.contains("葬送のフリーレン"))
  }

  private static let hasPythonReader = (try? Program().shell("/usr/bin/python3 -c 'import icalendar'").status) == 0
  private static let hasKhal = (try? Program().shell("command -v khal").status) == 0

  /// Prints each event: title, begin, how often, until when.
  private static let reader = """
    import sys, icalendar
    calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
    for event in calendar.walk("VEVENT"):
        rule = event.get("RRULE", {})
        until = rule.get("UNTIL", ["-"])[0]
        print(event["SUMMARY"], event["DTSTART"].dt.isoformat(), rule.get("FREQ", ["-"])[0],
              until if until == "-" else until.isoformat())
    """
}
