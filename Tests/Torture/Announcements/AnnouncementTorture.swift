import Anime
import AnnouncementYear

/// Years in which consumers ask what is new at any time and in any order, of made-up catalogues and of the published
/// ones: each is told of every airing of every followed show exactly once.
struct AnnouncementTorture {
  private static let shortCount = 12
  private static let longCount = 5_000
  /// Of so many years one has the published catalogues, where they are here.
  private static let publishedStride = 4

  private let options: Options
  private let tally = Tally("announcements")

  init(_ options: Options) {
    self.options = options
  }

  func run() -> Tally {
    let published = PublishedEditions.read()
    let chosen = options.onlyCase.flatMap { Int($0) }
    Workers.each(chosen == nil ? options.isLong ? Self.longCount : Self.shortCount : 1, on: options.jobs) { number in
      guard !tally.isHopeless else { return }
      live(chosen ?? number, published)
    }
    tally.print(
      """
      \(tally.count(of: "years").grouped) years, \(tally.count(of: "published").grouped) of them with the published \
      catalogues; \(tally.count(of: "airings").grouped) airings, each told once in \
      \(tally.count(of: "asked").grouped) times asked
      """)
    return tally
  }

  private func live(_ number: Int, _ published: [Edition]) {
    var random = Randomness(options.seed, case: number)
    let isPublished = !published.isEmpty && number % Self.publishedStride == 0
    let editions = isPublished ? published : Edition.generated(count: 60, using: &random)
    var year = SimulatedYear(
      editions, following: isPublished ? 30 : 12, from: Instant(seconds: 1_767_225_600), using: &random)
    let flaw = year.flaw(number % 3 == 0 ? .each : .first, using: &random)
    tally.count("years")
    if isPublished { tally.count("published") }
    tally.count("airings", year.airingCount)
    tally.count("asked", year.askedCount)
    if let flaw { tally.fail("year \(number): \(flaw)", repeat: options.command(.announcements, case: "\(number)")) }
  }
}
