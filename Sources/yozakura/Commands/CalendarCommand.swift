internal import Anime
internal import App
internal import ArgumentParser
internal import Library

/// `calendar [-o FILE.ics]`
struct CalendarCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Write when the shows that you follow are on, as a calendar for other programs.",
    discussion: """
      The calendar is iCalendar (RFC 5545). Without an option each show has its times on television, else on its first \
      stream, and a film its day. The same library gives the same bytes, and events keep their names.
      """)

  @ArgumentParser.Option(
    name: .shortAndLong, help: .init("The file to write; it is replaced in one step.", valueName: "file"))
  var output: String?
  @ArgumentParser.Option(help: .filter, completion: .filter)
  var filter: String?
  @OptionGroup var places: PlaceOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let entries = try filter.map { session.entries(passing: try session.filter($0), in: snapshot) }
    let followed = (entries ?? Array(snapshot.entries.values)).filter(\.isFollowed)
    let calendar = session.calendar(of: followed, in: snapshot, places: try places.places(in: snapshot))
    let text = calendar.text
    let shows = JSON.Field("shows", .array(followed.sorted { $0.show < $1.show }.map { snapshot.json($0.show) }))
    guard let output, output != "-" else {
      return Answer(fields: { [("calendar", .string(text)), shows] }, say: { $0.verbatim(text) })
    }
    try TextFile.replace(output, with: text, makingFolder: false)
    return Answer(
      fields: { [("file", .string(output)), shows] }, hint: session.strings.exported(calendar.showCount, output),
      say: { _ in })
  }
}

extension Session {
  /// The times of the shows of `entries` as an iCalendar file, and of how many of them there are any.
  func calendar(
    of entries: some Sequence<ListEntry>, in snapshot: Snapshot, places: PlaceFilter = .all
  ) -> (text: String, showCount: Int) {
    let calendar = AiringCalendar(
      snapshot.catalogue, notes: notes(snapshot), places: places, titles: titles,
      nameOfTelevision: strings.television)
    let events = entries.sorted { $0.show < $1.show }.map { calendar.events(of: [$0]) }
    let text = CalendarFile(name: "Yozakura", events: events.flatMap(\.self)).text
    return (text, events.count { !$0.isEmpty })
  }
}
