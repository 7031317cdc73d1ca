import Anime
import TUI

extension TonightScreen {
  func draw(on frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings
    let area = world.panel(
      strings.tonight, note: strings.longDay(world.today), in: world.layout.main, on: &frame)
    list.draw(in: area, frame: &frame, world: world) { item, place, isSelected, buffer in
      drawItem(item, place, isSelected, world, &buffer)
    }
    if let detail = world.layout.detail {
      ShowCard(list.selected?.show, world).draw(in: detail, on: &frame)
    }
  }

  private func drawItem(
    _ item: TonightItem, _ place: Rect, _ isSelected: Bool, _ world: Surroundings, _ buffer: inout Buffer
  ) {
    let row = RowPainter(columns, place: place, isSelected: isSelected, world: world, buffer: &buffer)
    item.cells.draw(title: world.title(at: item.position), world.marks(of: item.show), row, on: &buffer)
  }
}

/// The texts of one row of Tonight.
struct TonightCells {
  var time = ""
  var timeStyle = StyleName.time
  var titleStyle = StyleName.list
  var besideStyle = StyleName.textDim
  var episode = ""
  var stream = ""
  /// How many streams there are besides, a blank before it; "" where there is no other.
  var others = ""
  /// Whether it came since the last look, which the mark before the title tells.
  var isNew = false
  var remark = ""
  var remarkStyle = StyleName.textDim

  /// The texts for a show that stands there for another reason than an airing.
  init(_ show: ShowID, at position: Int, _ role: TonightItem.Role, _ world: Surroundings) {
    let summary = world.catalogue.summary(at: position)
    switch role {
    case .airing, .new: break
    case .premiere:
      remark = world.strings.kind(summary.kind)
      remarkStyle = .new
    case .watching:
      remark = world.strings.progress(world.library[show].progress, summary.episodeCount)
      remarkStyle = .new
      stream = Self.next(at: position, world).map(world.strings.nextAt) ?? ""
    case .season:
      time = world.strings.monthDay(world.zone.civil(summary.begin).date)
      remark = world.strings.kind(summary.kind)
    case .anniversary(let years):
      time = String(world.today.year - years)
      timeStyle = .timePast
      remark = world.strings.yearsAgo(years)
    }
  }

  /// The texts for what came since the last look.
  init(_ arrival: Arrival, _ world: Surroundings) {
    let isRecent = world.now - arrival.at < .days(6)
    let day = world.strings.monthDay(world.zone.civil(arrival.at).date)
    time = isRecent && arrival.isExact ? world.dayAndClock(arrival.at) : day
    isNew = true
    episode = arrival.episode.map { $0.isEstimate ? world.strings.estimate($0.value) : String($0.value) } ?? ""
    stream = arrival.place.map(world.siteTitle) ?? (arrival.kind == .tv ? world.strings.television : "")
    remark = arrival.isExact ? world.relative(arrival.at, from: world.now) : ""
  }

  /// The texts for an airing.
  init(_ airings: ShowAirings, _ world: Surroundings) {
    guard let first = airings.first else { return }
    let isPast = first.at < world.shown
    let isSoon = !isPast && first.at - world.shown < .hours(1)
    let weekday = world.strings.weekday(world.civil(first.at).date.weekday)
    time = first.isExact ? world.dayAndClock(first.at) : weekday
    timeStyle = isPast || first.mayHaveEnded ? .timePast : .time
    titleStyle = first.mayHaveEnded ? .textFaint : isPast ? .textDim : .list
    besideStyle = first.mayHaveEnded ? .textFaint : .textDim
    episode = first.episode.map { $0.isEstimate ? world.strings.estimate($0.value) : "\($0.value)" } ?? ""
    stream = Self.stream(airings, world)
    others = airings.streams.count > 1 ? " " + world.strings.more(airings.streams.count - 1) : ""
    let countdown = first.isExact ? world.relative(first.at) : ""
    remark = first.isMoved ? world.strings.moved(countdown) : countdown
    remarkStyle = first.mayHaveEnded || isPast ? .textFaint : isSoon || first.isMoved ? .new : .textDim
  }

  /// The columns that hold these texts, so that all rows line up.
  static func columns(_ cells: [TonightCells], _ world: Surroundings) -> [TableLayout.Column] {
    let stream = min(22, world.widest(cells.map { $0.stream + $0.others }))
    let title = max(16, min(30, world.layout.main.columns * 2 / 5))
    return [
      .init(width: world.widest(cells.map(\.time)), priority: 8), .init(width: 1, priority: 7),
      .init(width: 1, priority: 6), .init(minimum: title, priority: 9),
      .init(width: world.widest(cells.map(\.episode)), priority: 2),
      .init(minimum: min(16, stream), maximum: stream, priority: 1),
      .init(width: world.widest(cells.map(\.remark)), priority: 5),
    ]
  }

  /// Writes them into the columns of `row`.
  func draw(title: String, _ marks: [(String, StyleName)], _ row: RowPainter, on buffer: inout Buffer) {
    row.write(time, timeStyle, column: 0, alignment: .right, on: &buffer)
    row.write(marks[0].0, isNew ? .new : marks[0].1, column: 1, on: &buffer)
    row.write(marks[1].0, marks[1].1, column: 2, on: &buffer)
    let streams = streams(row)
    let starts = [
      row.start(of: episode, column: 4, alignment: .right), row.start(of: streams, column: 5),
      row.start(of: remark, column: 6, alignment: .right),
    ]
    row.write(title, titleStyle, column: 3, upTo: starts.compactMap(\.self).first, on: &buffer)
    row.write(episode, besideStyle, column: 4, alignment: .right, on: &buffer)
    row.write(streams, besideStyle, column: 5, on: &buffer)
    row.write(remark, remarkStyle, column: 6, alignment: .right, on: &buffer)
  }

  /// The stream and how many there are besides: where there is no room for both, its name is cut, never the number.
  private func streams(_ row: RowPainter) -> String {
    let ambiguity = row.world.ambiguity
    let room = (row.area(5)?.columns ?? 0) - row.world.widest([others])
    return stream.truncated(to: max(0, room), ambiguity: ambiguity) + others
  }

  /// When the next episode is on television, or on a stream where it has no broadcast of its own.
  private static func next(at position: Int, _ world: Surroundings) -> String? {
    let next = world.catalogue.nextAirings(at: position, now: world.shown, notes: world.notes)
      .first { $0.site == nil && $0.isExact }
    return next.map { $0.at - world.shown < .days(7) ? world.dayAndClock($0.at) : world.date($0.at) }
  }

  /// `22:45 Netflix`: the first stream, apart from television; where that is the first of all, its time stands
  /// before the title, and the names of all rows below each other.
  private static func stream(_ airings: ShowAirings, _ world: Surroundings) -> String {
    guard let stream = airings.streams.first(where: { $0.site != nil }) ?? airings.streams.first else { return "" }
    let name = stream.site.map(world.siteTitle) ?? world.strings.stream
    let time = airings.tv == nil ? String(repeating: " ", count: 6) : world.airingClock(stream.at) + " "
    return time + name
  }
}
