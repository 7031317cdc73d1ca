internal import Anime
internal import ArgumentParser
internal import Library

/// `show ID`
struct ShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what is known of a show, and when it is on next at each place.")
  static let lists = ["airings"]

  @Argument(help: .showID, completion: .shows)
  var id: String
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let id = try session.show(id, in: snapshot)
    guard let show = snapshot.catalogue.show(id) else {
      throw Failure.notFound("The show `\(id)` is on your list, but no catalogue that is here knows it.")
    }
    return Answer(
      fields: {
        [
          ("show", ShowFields.json(show, snapshot.entry(for: id))),
          ("airings", .array(session.nextAirings(of: show, in: snapshot).map(snapshot.json))),
        ]
      },
      say: { ShowSheet(session: session, snapshot: snapshot, show: show).say(to: &$0) })
  }
}
