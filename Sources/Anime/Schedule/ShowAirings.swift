/// The times of one episode of one show, television and streams apart: a row of a schedule.
public struct ShowAirings: Hashable, Sendable {
  /// The time on television.
  public var tv: Airing?
  /// The times on streams, in order.
  public var streams: [Airing]

  /// What the row is sorted by: the time on television, else the first stream.
  public var first: Airing? { tv ?? streams.first }

  /// Gathers `airings`, in order of time, into rows in order of time.
  ///
  /// A stream belongs to the nearest time on television of its show; where there is none, streams
  /// less than 20 hours apart belong together, so that a daily show has a row a day.
  public static func rows(_ airings: [Airing]) -> [ShowAirings] {
    Dictionary(grouping: airings, by: \.position).values.flatMap(rowsOfOneShow)
      .compactMap { row in row.first.map { (row: row, first: $0) } }
      .sorted { ($0.first.at, $0.first.position) < ($1.first.at, $1.first.position) }
      .map(\.row)
  }

  private static func rowsOfOneShow(_ airings: [Airing]) -> [ShowAirings] {
    let streams = airings.filter { $0.kind == .stream }
    var rows = airings.filter { $0.kind == .tv }.map { ShowAirings(tv: $0, streams: []) }
    guard rows.isEmpty else {
      for stream in streams {
        let nearest = rows.indices.min { rows[$0].distance(to: stream) < rows[$1].distance(to: stream) }
        if let nearest { rows[nearest].streams.append(stream) }
      }
      return rows
    }
    for stream in streams {
      if let last = rows.last, last.distance(to: stream) < .hours(20) {
        rows[rows.count - 1].streams.append(stream)
      } else {
        rows.append(ShowAirings(tv: nil, streams: [stream]))
      }
    }
    return rows
  }

  private func distance(to airing: Airing) -> Instant.Span {
    guard let first else { return .days(1) }
    return max(first.at - airing.at, airing.at - first.at)
  }
}
