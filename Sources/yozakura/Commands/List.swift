public import Anime
internal import App
public import ArgumentParser
internal import Library

extension WatchStatus: ExpressibleByArgument {}

/// `list [--status S]`
struct List: Command {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Print your watchlist.")
  static let lists = ["shows"]

  @ArgumentParser.Option(help: "Only the shows with this status.")
  var status: WatchStatus?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let wanted = snapshot.entries.values.filter { status == nil ? $0.isListed : $0.status == status }
    let ids = wanted.sorted(by: ListOrder.latestFirst).prefix(limits.limit ?? .max).map(\.show)
    let hint = ids.isEmpty && status == nil ? session.strings.nothingListed : nil
    var answer = session.list(ids, in: snapshot, hint: hint)
    guard global.json else { return answer }
    let watchlist = try session.past?.watchlist ?? session.library.watchlist()
    answer.fields = { [("shows", .array(ids.map { snapshot.json($0).adding("said", watchlist.json($0)) }))] }
    return answer
  }
}

extension Watchlist {
  /// Which device said last what each field is, and when, as JSON has it.
  fileprivate func json(_ show: ShowID) -> JSON {
    let authors = authors(of: show).sorted { $0.key.rawValue < $1.key.rawValue }
    return .object(
      authors.map { field, clock in
        (field.rawValue, .object([("device", .string(clock.device)), ("at", .string(clock.wall.iso8601))]))
      })
  }
}
