internal import Anime
internal import App
internal import ArgumentParser
internal import Library

/// `stats [--year Y] [--svg FILE]`
struct StatsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Tell what you watched, from your own log.",
    discussion: """
      What was undone does not count, and what was imported counts for no day. No provider tells how long episodes \
      are: hours are told where you say it, and of what was played here it is known.
      """)

  @ArgumentParser.Option(help: .init("Only what was watched in this year.", valueName: "year"))
  var year: Int?
  @ArgumentParser.Option(
    name: .customLong("episode-minutes"),
    help: .init("How long an episode of a series is; films stay unknown.", valueName: "minutes"))
  var episodeMinutes: Int?
  @ArgumentParser.Option(help: .init("Write a card for others to this file; - is standard output.", valueName: "file"))
  var svg: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let year, !ListEntry.yearRange.contains(year) { throw ValidationError("--year wants a year such as 2026.") }
    if let episodeMinutes, !(1...600).contains(episodeMinutes) {
      throw ValidationError("--episode-minutes wants a whole number from 1 to 600.")
    }
    if svg == "-", global.json { throw ValidationError("With --json the card goes to a file.") }
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.library.snapshot()
    let watchlist = try session.library.watchlist()
    let boundary = session.loaded.values.dayBoundary
    let statistics = Statistics(
      of: watchlist.viewings(in: session.zone, day: boundary),
      played: watchlist.playedTimes(in: session.zone, day: boundary),
      list: snapshot.entries.values, year: year,
      minutes: { $0.kind == .movie ? nil : episodeMinutes }, show: { snapshot.catalogue.show($0) })
    let sheet = StatisticsSheet(statistics: statistics, session: session)
    guard let svg else { return Answer(fields: { [("stats", sheet.json)] }, say: sheet.say) }
    let card = StatisticsCard(statistics, words: session.strings.statistics).svg
    if svg == "-" { return Answer(fields: { [] }, say: { $0.verbatim(card) }) }
    try TextFile.replace(svg, with: card, makingFolder: false)
    return Answer(fields: { [("file", .string(svg)), ("stats", sheet.json)] }, hint: svg, say: { _ in })
  }
}
