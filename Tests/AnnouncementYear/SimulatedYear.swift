public import Anime

/// A year in which two consumers ask what is new, and what has to hold at its end: every airing of every followed show
/// was told each of them exactly once.
public struct SimulatedYear {
  /// How many airings were counted.
  public private(set) var airingCount = 0
  /// How often the consumers asked.
  public private(set) var askedCount = 0

  private let editions: [Edition]
  private let follows: [Follow]
  private let begin: Instant
  private var end: Instant { begin + .days(365) }

  private struct Follow {
    var show: ShowID
    var from: Instant
  }

  /// A year from `begin` with `count` shows of `editions`, half of them followed from the first day.
  public init(
    _ editions: [Edition], following count: Int, from begin: Instant, using random: inout some RandomNumberGenerator
  ) {
    self.editions = editions
    self.begin = begin
    let end = begin + .days(365)
    let ids = (editions.first?.shows.keys.sorted() ?? []).shuffled(using: &random)
    let airing = ids.lazy.filter { id in
      editions.allSatisfy { edition in
        guard let show = edition.shows[id] else { return false }
        return YearOracle.places(of: show, streams: edition.streams, until: end).contains { place in
          place.times.contains { $0 > begin }
        }
      }
    }
    follows = airing.prefix(count).map { show in
      let isFirst = Bool.random(using: &random)
      return Follow(show: show, from: isFirst ? begin : begin + .hours(Int64.random(in: 0..<8000, using: &random)))
    }
  }

  /// Lives through the year. What is wrong at its end; nil where nothing is.
  public mutating func flaw(_ scope: AnnouncementChoice.Scope, using random: inout some RandomNumberGenerator)
    -> String?
  {
    for number in 1...2 {
      var consumer = SimulatedConsumer(AnnouncementChoice(scope: scope), from: begin, using: &random)
      var time = begin
      while time < end {
        ask(&consumer, at: time, isLast: false, using: &random)
        time = consumer.next(after: time, using: &random)
      }
      ask(&consumer, at: end, isLast: true, using: &random)
      askedCount += consumer.askedCount
      for var follow in follows {
        follow.from = max(follow.from, consumer.judgedFrom[follow.show] ?? follow.from)
        if let flaw = flaw(follow, scope, consumer) { return "consumer \(number), \(follow.show): \(flaw)" }
      }
    }
    return nil
  }

  private func ask(
    _ consumer: inout SimulatedConsumer, at time: Instant, isLast: Bool, using random: inout some RandomNumberGenerator
  ) {
    let followed = follows.filter { $0.from <= time }.map { ListEntry(show: $0.show, isFollowed: true) }
    let index = editions.lastIndex { $0.from <= time } ?? 0
    consumer.ask(editions, index, followed.shuffled(using: &random), at: time, isLast: isLast, using: &random)
  }

  // MARK: Judging

  private mutating func flaw(
    _ follow: Follow, _ scope: AnnouncementChoice.Scope, _ consumer: SimulatedConsumer
  ) -> String? {
    let places = editions.map { edition in
      edition.shows[follow.show].map { YearOracle.places(of: $0, streams: edition.streams, until: .far) } ?? []
    }
    let wanted = places.map { scope == .first ? [YearOracle.first(of: $0)].compactMap(\.self) : $0 }
    let told = consumer.told.filter { $0.arrival.show == follow.show }
    if let stranger = told.first(where: { told in
      !wanted[told.edition].contains { $0.holds(told.arrival) && $0.times.contains(told.arrival.at) }
    }) {
      return "told of \(stranger.arrival), which is not on"
    }
    let remembered = told.filter { !$0.isForgotten }.map(\.arrival)
    return Set(wanted).count == 1
      ? steadyFlaw(wanted[0], follow, remembered) : changedFlaw(wanted, follow, remembered)
  }

  /// Where no edition says otherwise: each airing since the show is followed was told once.
  private mutating func steadyFlaw(_ places: [YearOracle.Place], _ follow: Follow, _ told: [Arrival]) -> String? {
    for place in places {
      let times = place.times.filter { $0 >= follow.from && $0 <= end }
      airingCount += times.count
      for time in times {
        let count = told.count { place.holds($0) && $0.at == time }
        if count != 1 { return "told \(count) times of \(time.iso8601) on \(place.site ?? "television")" }
      }
    }
    return told.count == Set(told).count ? nil : "told twice of something before it was followed"
  }

  /// Where times were moved: no two of what was told are one episode, and none that is on by the last word is missing.
  private mutating func changedFlaw(
    _ editions: [[YearOracle.Place]], _ follow: Follow, _ told: [Arrival]
  ) -> String? {
    guard let last = editions.last, editions.allSatisfy({ $0.map(\.site) == last.map(\.site) }) else { return nil }
    for place in last {
      let here = told.filter { place.holds($0) }.map(\.at).sorted()
      if let pair = zip(here, here.dropFirst()).first(where: { $1 - $0 < place.half }) {
        return "told of one episode at \(pair.0.iso8601) and at \(pair.1.iso8601)"
      }
      for time in place.times where time >= follow.from && time <= end {
        airingCount += 1
        let isTold = here.contains { abs((time - $0).milliseconds) <= place.half.milliseconds }
        if !isTold { return "never told of \(time.iso8601) on \(place.site ?? "television")" }
      }
    }
    return nil
  }
}

extension YearOracle.Place {
  /// Whether `arrival` is on here.
  func holds(_ arrival: Arrival) -> Bool {
    arrival.place == site && (site == nil || arrival.kind == .stream)
  }
}

extension Instant {
  /// Beyond what any wrong clock of a simulated year shows.
  fileprivate static let far = Instant(seconds: 1_767_225_600) + .days(800)
}
