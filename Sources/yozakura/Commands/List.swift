public import Anime
internal import App
public import ArgumentParser
internal import Library

extension WatchStatus: ExpressibleByArgument {}

/// `list [--status S]`
struct List: Command {
  static let configuration = CommandConfiguration(abstract: "Print your watchlist.")
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
    return session.list(ids, in: snapshot, hint: ids.isEmpty && status == nil ? session.strings.nothingListed : nil)
  }
}

extension ListEntry {
  /// Whether more is kept than that the show is followed.
  var isListed: Bool {
    status != nil || progress > 0 || score != nil || !note.isEmpty
  }
}
