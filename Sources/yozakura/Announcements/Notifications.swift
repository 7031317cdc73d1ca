internal import Anime
internal import App

/// Tells somebody of arrivals, unless it is night.
struct Notifications {
  /// Of so many at once each is told by itself; more come as one.
  private static let single = 5

  private let rows: ArrivalRows
  private var session: Session { rows.session }

  init(_ rows: ArrivalRows) {
    self.rows = rows
  }

  /// Notifies of `arrivals`, or keeps them in `memory` for when the quiet hours are over, or for the next time where
  /// nobody could be told; why, and nil where nothing went wrong.
  func send(_ arrivals: [Arrival], _ memory: inout ConsumerMemory) -> String? {
    let isQuiet = session.loaded.values.quietHours?.contains(session.now, in: session.zone) ?? false
    guard !isQuiet else {
      memory.hold(arrivals.map(\.show))
      return nil
    }
    let shows = memory.release() + arrivals.map(\.show)
    guard shows.count == arrivals.count, arrivals.count <= Self.single else {
      let trouble = send(summary(of: shows))
      if trouble != nil { memory.hold(shows) }
      return trouble
    }
    // A notifier that cannot be had, or that hangs, is not tried again for each of the others.
    for (index, arrival) in arrivals.enumerated() {
      guard let trouble = send(notification(of: arrival)) else { continue }
      memory.hold(Array(shows[index...]))
      return trouble
    }
    return nil
  }

  private func send(_ notification: Notification) -> String? {
    Notifier(command: session.loaded.values.notifyCommand).send(notification)
  }

  private func notification(of arrival: Arrival) -> Notification {
    let (what, place, time) = (rows.what(arrival), rows.place(arrival), rows.time(arrival))
    let text = [what, place, time].filter { !$0.isEmpty }.joined(separator: " · ")
    return Notification(
      title: rows.name(arrival.show), text: text,
      values: [
        .episode: what, .time: time, .place: place, .kind: arrival.kind.rawValue, .link: arrival.link ?? "",
        .id: arrival.show.description, .count: "1",
      ])
  }

  /// One notification of all that came of `shows`: how many, and the first titles.
  private func summary(of shows: [ShowID]) -> Notification {
    var named: [ShowID] = []
    for show in shows where !named.contains(show) { named.append(show) }
    let titles = named.prefix(Self.single).map(rows.name)
    let others = named.count > Self.single ? ["+\(named.count - Self.single)"] : []
    return Notification(
      title: session.strings.newArrivals(shows.count), text: (titles + others).joined(separator: ", "),
      values: [.count: String(shows.count), .kind: "summary"])
  }
}

/// What somebody is told in one piece.
struct Notification {
  var title: String
  var text: String
  /// What a command can be given besides.
  var values: [CommandTemplate.Place: String]

  /// All that a command can be given, without what steers a terminal.
  var all: [CommandTemplate.Place: String] {
    values.merging([.title: title, .text: text]) { $1 }.mapValues(Page.cleaned)
  }
}
