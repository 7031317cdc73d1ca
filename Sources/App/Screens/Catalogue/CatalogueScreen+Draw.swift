import Anime
import TUI

extension CatalogueScreen {
  func draw(on frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings
    let place = positions.isEmpty ? "" : "\(state.selection + 1)/\(Strings.grouped(positions.count))"
    let area = world.panel(
      strings.catalogue, note: strings.shows(positions.count), footer: place, in: world.layout.main, on: &frame)
    field.draw(in: area, on: &frame, world)
    if field.hasRemark {
      field.drawRemark(in: area.split(top: 1).rest, on: &frame.buffer, world)
    } else {
      drawFilters(in: area.split(top: 1).rest, on: &frame.buffer, world)
    }
    drawList(in: listArea(world), frame: &frame, world)
    if let detail = world.layout.detail {
      ShowCard(selectedShow(world), world).draw(in: detail, on: &frame)
    }
  }

  /// What restricts the list: what is set stands out, and stays where there is no room for all, which a mark tells.
  private func drawFilters(in area: Rect, on buffer: inout Buffer, _ world: Surroundings) {
    let place = area.inset(horizontal: 1, vertical: 0)
    var chips = filters(world)
    var line = line(of: chips, world)
    while let last = chips.lastIndex(where: { !$0.isSet }), line.width(ambiguity: buffer.ambiguity) > place.columns {
      chips.remove(at: last)
      line = self.line(of: chips, world) + Line(" " + world.marks.after, style: world.theme[.chip])
    }
    buffer.write(line, in: place)
  }

  private func filters(_ world: Surroundings) -> [FilterChip] {
    let strings = world.strings
    func chip(_ action: Action, _ text: String, isSet: Bool) -> FilterChip {
      let key = world.keymap.key(for: action, in: .catalogue).map { "\($0) " } ?? ""
      return FilterChip(key: key, text: text, isSet: isSet)
    }
    return [
      chip(.currentSeason, filter.season.map(strings.season) ?? strings.anySeason, isSet: filter.season != nil),
      chip(
        .filterKind, filter.kinds.first.map(strings.kind) ?? strings.hint(.filterKind), isSet: !filter.kinds.isEmpty),
      chip(.filterAiring, filter.state.map(name(strings)) ?? strings.hint(.filterAiring), isSet: filter.state != nil),
      chip(.sort, name(of: order, strings), isSet: order != .match),
      chip(
        .filterLanguage, filter.languages.first.map(strings.titleLanguage) ?? strings.hint(.filterLanguage),
        isSet: !filter.languages.isEmpty),
      chip(.filterFollowed, strings.followedOnly, isSet: isFollowedOnly),
    ]
  }

  private func line(of chips: [FilterChip], _ world: Surroundings) -> Line {
    var line = Line()
    for chip in chips {
      line.append(line.spans.isEmpty ? "" : "  ", style: world.theme[.text])
      line.append(chip.key, style: world.theme[chip.isSet ? .chipSet : .textFaint])
      line.append(chip.text, style: world.theme[chip.isSet ? .chipSet : .chip])
    }
    return line
  }

  private func name(_ strings: Strings) -> (ShowState) -> String {
    { state in
      switch state {
      case .upcoming: strings.upcoming
      case .airing: strings.airing
      case .ended: strings.ended
      }
    }
  }

  private func name(of order: ShowOrder, _ strings: Strings) -> String {
    switch order {
    case .match: field.filter.words.isEmpty ? strings.byNewest : strings.byMatch
    case .newest: strings.byNewest
    case .title: strings.byTitle
    case .season: strings.bySeason
    }
  }

  private func drawList(in area: Rect, frame: inout Frame, _ world: Surroundings) {
    guard !positions.isEmpty else { return drawNothing(in: area, frame: &frame, world) }
    let columns = ShowRow.columns(world)
    let list = List(count: positions.count, state: state, scrollbar: world.theme[.listScrollbar])
    list.draw(in: area, on: &frame.buffer) { index, place, isSelected, buffer in
      let row = RowPainter(columns, place: place, isSelected: isSelected, world: world, buffer: &buffer)
      ShowRow.draw(world.catalogue.summary(at: positions[index]), row, on: &buffer)
    }
  }

  private func drawNothing(in area: Rect, frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings
    let isOnlySearch = field.filter.isSearch && filter == ShowFilter(text: filter.text) && !isFollowedOnly
    var texts = [isOnlySearch ? strings.nothingFound(field.text) : strings.nothingMatches]
    if !isOnlySearch, let key = world.keymap.key(for: .clearFilters, in: .catalogue) {
      texts.append(strings.clearHint(key))
    }
    world.remark(texts, in: area, on: &frame)
  }
}

/// One filter above the list, with the key that changes it.
private struct FilterChip {
  let key: String
  let text: String
  let isSet: Bool
}

/// A show in a list: marks, title, type, season, state.
enum ShowRow {
  static func columns(_ world: Surroundings) -> [TableLayout.Column] {
    let strings = world.strings
    let seasons = Season.Quarter.allCases.map { strings.season(Season(year: 2026, quarter: $0)) }
    return [
      .init(width: 1, priority: 7), .init(width: 1, priority: 6),
      .init(minimum: max(16, min(30, world.layout.main.columns / 2)), priority: 9),
      .init(width: world.widest(Show.Kind.allCases.map(strings.kind)), priority: 4),
      .init(width: world.widest(seasons), priority: 5),
      .init(width: world.widest([strings.upcoming, strings.airing, strings.ended]), priority: 3),
    ]
  }

  static func draw(_ show: ShowSummary, _ row: RowPainter, on buffer: inout Buffer) {
    let world = row.world
    let marks = world.marks(of: show.id)
    let state = show.state(at: world.shown)
    row.write(marks[0].0, marks[0].1, column: 0, on: &buffer)
    row.write(marks[1].0, marks[1].1, column: 1, on: &buffer)
    row.write(show.title(world.titlePreference), show.isGone ? .textFaint : .list, column: 2, on: &buffer)
    row.write(world.strings.kind(show.kind), .textDim, column: 3, on: &buffer)
    row.write(world.strings.season(show.season), .textDim, column: 4, on: &buffer)
    let style: StyleName = state == .airing ? .markDone : state == .upcoming ? .new : .textFaint
    row.write(world.state(of: show), style, column: 5, on: &buffer)
  }
}
