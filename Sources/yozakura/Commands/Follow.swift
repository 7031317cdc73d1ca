internal import Anime
internal import App
internal import ArgumentParser
internal import Library

/// `follow ID…`
struct Follow: Command {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Follow shows, so that their episodes come first.")
  static let lists = ["shows"]

  @Argument(help: .showID, completion: .shows)
  var ids: [String]
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.change(ids, [.followed(true)])
  }
}

/// `unfollow ID…`
struct Unfollow: Command {
  static let configuration = CommandConfiguration(commandName: "unfollow", abstract: "Follow shows no longer.")
  static let lists = ["shows"]

  @Argument(help: .showID, completion: .followed)
  var ids: [String]
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    try session.change(ids, [.followed(false)])
  }
}

/// `following [FILTER…]`
struct Following: Command {
  static let configuration = CommandConfiguration(
    commandName: "following", abstract: "Print the shows that you follow.")
  static let lists = ["shows"]

  @Argument(help: .filter, completion: .filter)
  var filter: [String] = []
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let wanted = try session.filter(filter.joined(separator: " "))
    let followed = session.entries(passing: .all(of: [.term(.mark(.followed)), wanted]), in: snapshot)
    let ids = followed.prefix(limits.limit ?? .max).map(\.show)
    let isNone = ids.isEmpty && wanted == .everything
    return session.list(ids, in: snapshot, hint: isNone ? session.strings.nothingFollowed : nil)
  }
}

/// The order in which the user's shows are printed.
enum ListOrder {
  /// What was changed last comes first; equals stand by id, so that the order is one.
  static func latestFirst(_ left: ListEntry, _ right: ListEntry) -> Bool {
    let (leftTime, rightTime) = (left.changed?.milliseconds ?? 0, right.changed?.milliseconds ?? 0)
    return leftTime == rightTime ? left.show < right.show : leftTime > rightTime
  }
}
