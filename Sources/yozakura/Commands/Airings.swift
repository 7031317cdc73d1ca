internal import Anime
internal import ArgumentParser
internal import Library

/// `tonight`
struct Tonight: Command {
  static let configuration = CommandConfiguration(
    commandName: "tonight", abstract: "Print what is on in the last and the next 24 hours.")
  static let lists = ["airings"]

  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let now = session.now
    return session.airings(in: now - .hours(24)..<now + .hours(24), of: snapshot, limit: limits.limit)
  }
}

/// `schedule --days N`
struct Schedule: Command {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Print what is on in the coming days, from today.")
  static let lists = ["airings"]

  @Option(help: .init("How many days, today among them.", valueName: "count"))
  var days = 7
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...366).contains(days) else { throw ValidationError("--days wants a whole number from 1 to 366.") }
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let today = session.zone.civil(session.now).date
    let range = session.zone.startOfDay(today)..<session.zone.startOfDay(today.adding(days: days))
    return session.airings(in: range, of: snapshot, limit: limits.limit)
  }
}
