public import Anime
internal import App
public import ArgumentParser
internal import Library

extension WatchStatus: ExpressibleByArgument {}

/// `list [FILTER…] [--status S]`
struct List: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print your watchlist.",
    discussion: """
      With a filter it prints what passes of all that you keep something about, what you only follow among it; @NAME \
      is a filter that `yozakura filter save` saved.
      """)
  static let lists = ["shows"]

  @Argument(help: .filter, completion: .filter)
  var filter: [String] = []
  @ArgumentParser.Option(help: "Only the shows with this status.")
  var status: WatchStatus?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let filter = try wanted(session)
    let ids = session.entries(passing: filter, in: snapshot).prefix(limits.limit ?? .max).map(\.show)
    let hint = ids.isEmpty && filter == Self.standard ? session.strings.nothingListed : nil
    var answer = session.list(ids, in: snapshot, hint: hint)
    guard global.json else { return answer }
    let watchlist = try session.past?.watchlist ?? session.library.watchlist()
    answer.fields = { [("shows", .array(ids.map { snapshot.json($0).adding("said", watchlist.json($0)) }))] }
    return answer
  }

  /// What is printed where nothing is asked for.
  private static let standard = Filter.term(.mark(.listed))

  private func wanted(_ session: Session) throws(Failure) -> Filter {
    let words = filter.joined(separator: " ")
    let typed = words.isEmpty ? [] : [try session.filter(words)]
    let stated = status.map { [Filter.term(.field(.status, .equal, [.word($0.rawValue)]))] } ?? []
    return typed.isEmpty && stated.isEmpty ? Self.standard : .all(of: typed + stated)
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
