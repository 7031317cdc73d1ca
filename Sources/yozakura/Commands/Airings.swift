internal import Anime
internal import ArgumentParser
internal import Library

/// `tonight`
struct Tonight: Command {
  static let configuration = CommandConfiguration(
    commandName: "tonight", abstract: "Print what is on in the last and the next 24 hours.")
  static let lists = ["airings", "premieres"]

  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let now = session.now
    let airings = session.airings(in: now - .hours(24)..<now + .hours(24), of: snapshot)
    let list = AiringList(airings: airings, premieres: session.premieresToday(besides: airings, of: snapshot))
    return session.answer(list.limited(to: limits.limit), of: snapshot)
  }
}

/// `schedule --days N`
struct Schedule: Command {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Print what is on in the coming days, from today.",
    discussion: "Days begin at the hour that schedule.dayBegins says, by the clock where you are.")
  static let lists = ["airings"]

  @Option(help: .init("How many days, today among them; 7 unless said.", valueName: "count"))
  var days: Int?
  @Flag(help: "The whole week around today, from Monday.")
  var week = false
  @Flag(help: "The whole month around today, as a calendar.")
  var month = false
  @Flag(help: "Only shows that you follow.")
  var followed = false
  @OptionGroup var places: PlaceOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard [days != nil, week, month].count(where: \.self) <= 1 else {
      throw ValidationError("--days, --week and --month say different things; give one of them.")
    }
    guard (1...366).contains(days ?? 7) else { throw ValidationError("--days wants a whole number from 1 to 366.") }
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let span = DaySpan(today: session.today, days: days, week: week, month: month)
    let places = try places.places(in: snapshot)
    let airings = session.airings(in: session.moments(of: span), of: snapshot).filter { airing in
      (!followed || snapshot.entry(for: airing.show).isFollowed) && places.includes(airing, in: snapshot.catalogue)
    }
    let list = AiringList(airings: airings).limited(to: limits.limit)
    guard month else { return session.answer(list, of: snapshot) }
    return session.answer(list, of: snapshot) { page in
      MonthPage(session: session, snapshot: snapshot, airings: list.airings, first: span.first).say(to: &page)
    }
  }
}
