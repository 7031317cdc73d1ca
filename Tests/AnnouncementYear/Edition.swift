public import Anime

/// A catalogue as it was published one day.
public struct Edition: Sendable {
  /// From when on it is the present one.
  public var from: Instant
  /// Its shows, by id.
  public var shows: [ShowID: Show]
  /// Which sites stream.
  public var streams: Set<String>
  /// The same, packed as the program has it.
  public var catalogue: Catalogue

  /// The catalogue of `shows` and `sites`, published at `from`.
  public init(from: Instant, shows: [Show], sites: [Site]) {
    self.from = from
    self.shows = Dictionary(shows.map { ($0.id, $0) }) { first, _ in first }
    streams = Set(sites.filter { $0.kind == .onair }.map(\.key))
    catalogue = Catalogue(shows: shows, sites: sites)
  }
}

extension Edition {
  private static let year = Instant(seconds: 1_767_225_600)
  private static let sites = ["crunchyroll", "netflix", "bilibili"].map {
    Site(key: $0, title: $0, urlTemplate: "https://example.org/{{id}}", kind: .onair)
  }

  /// Three editions of a made-up catalogue: most shows stay as they are, of some an end is filled in or a time corrected.
  public static func generated(count: Int, using random: inout some RandomNumberGenerator) -> [Edition] {
    var shows = (0..<count).map { show(UInt64($0) &+ 1, using: &random) }
    return [0, 120, 240].map { (day: Int64) in
      if day > 0 { shows = shows.map { Int.random(in: 0..<5, using: &random) == 0 ? changed($0, using: &random) : $0 } }
      return Edition(from: year + .days(day), shows: shows, sites: sites)
    }
  }

  private static func show(_ number: UInt64, using random: inout some RandomNumberGenerator) -> Show {
    let begin = moment(in: -200..<300, using: &random)
    let kind = [Show.Kind.tv, .tv, .tv, .web, .movie, .ova].randomElement(using: &random) ?? .tv
    let isOver = Int.random(in: 0..<3, using: &random) == 0
    var show = Show(
      id: ShowID(bits: number), titles: Titles(native: "話\(number)", nativeLanguage: .japanese), kind: kind,
      begin: begin,
      end: isOver ? begin + .weeks(Int64.random(in: 8..<26, using: &random)) : nil, provider: "made")
    if Int.random(in: 0..<4, using: &random) > 0 { show.broadcast = broadcast(from: begin, using: &random) }
    for site in sites.shuffled(using: &random).prefix(Int.random(in: 0..<3, using: &random)) {
      let start = begin + .hours(Int64.random(in: -72..<240, using: &random))
      show.sites.append(
        SiteLink(
          site: site.key, id: "1", begin: start,
          broadcast: Bool.random(using: &random) ? broadcast(from: start, using: &random) : nil))
    }
    return show
  }

  private static func moment(in days: Range<Int64>, using random: inout some RandomNumberGenerator) -> Instant {
    year + .days(Int64.random(in: days, using: &random)) + .minutes(30 * Int64.random(in: 0..<48, using: &random))
  }

  private static func broadcast(from start: Instant, using random: inout some RandomNumberGenerator) -> Broadcast {
    let periods: [Broadcast.Period] = [.days(7), .days(7), .days(7), .days(7), .days(1), .days(2), .months(1), .once]
    return Broadcast(start: start, period: periods.randomElement(using: &random) ?? .days(7))
  }

  /// A show with an end that was filled in late, or with a time that was wrong by hours.
  private static func changed(_ show: Show, using random: inout some RandomNumberGenerator) -> Show {
    var show = show
    if show.end == nil, Bool.random(using: &random) {
      show.end = moment(in: 0..<300, using: &random)
    } else if let broadcast = show.broadcast {
      let minutes = 30 * Int64.random(in: -12...12, using: &random)
      show.broadcast?.start = broadcast.start + .minutes(minutes)
    }
    return show
  }
}
