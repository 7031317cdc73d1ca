internal import Anime
internal import ArgumentParser
internal import Library

/// `season [2026-autumn]`
struct SeasonCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "season", abstract: "Print the shows that began in a season.",
    discussion: "A season goes by the date in Japan: winter is January to March.")
  static let lists = ["shows"]

  @Argument(help: .init("Such as 2026-autumn; the present one where none is named.", valueName: "season"))
  var name: String?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard let name, Season(name) == nil else { return }
    throw ValidationError("“\(name)” is no season; write 2026-winter, 2026-spring, 2026-summer or 2026-autumn.")
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let season = name.flatMap { Season($0) } ?? Season(session.now)
    let all = snapshot.catalogue.positions(in: season)
    let found = Array(all.prefix(limits.limit ?? .max))
    let isMissing = found.isEmpty && name != nil
    return Answer(
      fields: { [("season", .string(season.description)), ("shows", .array(found.map(snapshot.json(at:))))] },
      failure: isMissing ? .notFound("No show that is known here began in \(season).") : nil,
      hint: session.starterHint(snapshot),
      say: { ShowRows(session: session, snapshot: snapshot).say(found, to: &$0) })
  }
}
