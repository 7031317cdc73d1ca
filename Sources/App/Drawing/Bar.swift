import Anime
import TUI

/// The top bar: the screens by their digits, and what there is at the right.
struct Bar {
  struct Tab: Hashable {
    var place: Place
    var text: String
    var area: Rect
  }

  private let model: Model
  private(set) var tabs: [Tab] = []

  private static let brand = "夜桜"

  init(_ model: Model) {
    self.model = model
    let area = model.world.layout.bar
    guard !area.isEmpty else { return }
    let names = Place.allCases.map { place in
      let key = model.world.keymap.bindings.first { Place($0.action) == place }.map { "\($0.sequence) " } ?? ""
      return (
        place: place, short: key.isEmpty ? "\(place.rawValue)" : String(key.dropLast()),
        long: key + place.name(model.world.strings)
      )
    }
    let full = names.reduce(9) { $0 + model.world.widest([$1.long]) + 2 }
    var column = area.column + 7
    for name in names {
      let text = full <= area.columns || name.place == model.place ? name.long : name.short
      let columns = model.world.widest([text])
      tabs.append(
        Tab(place: name.place, text: text, area: Rect(column: column, row: area.row, columns: columns, rows: 1)))
      column += columns + 2
    }
  }

  func draw(on buffer: inout Buffer) {
    let world = model.world
    let area = world.layout.bar
    guard !area.isEmpty else { return }
    buffer.fill(area, style: world.theme[.bar])
    buffer.write(Self.brand, column: area.column + 1, row: area.row, style: world.theme[.barBrand], in: area)
    for tab in tabs {
      let style = world.theme[tab.place == model.place ? .barTabSelected : .barTab]
      buffer.write(Line(tab.text, style: style), in: tab.area.intersection(area))
    }
    let start = (tabs.last?.area.endColumn ?? 0) + 2
    let rest = Rect(column: start, row: area.row, columns: area.endColumn - 1 - start, rows: 1)
    guard rest.columns >= 8, let status = status(columns: rest.columns) else { return }
    buffer.write(status, in: rest, alignment: .right)
  }

  /// What the catalogue is, in the longest words that fit.
  private func status(columns: Int) -> Line? {
    let world = model.world
    let strings = world.strings
    let stamp = world.catalogue.stamp
    let count = strings.shows(world.catalogue.count)
    if stamp.isStarterOnly, let date = stamp.starterDate {
      let label = strings.starter(date.yearAndMonth)
      let hint = world.keymap.key(for: .sync, in: model.context).map(strings.starterHint)
      let texts = [
        hint.map { label + world.marks.separator + $0 }, label, strings.starterShort(date.yearAndMonth),
        date.yearAndMonth,
      ].compactMap { $0 }
      return texts.first { world.widest([$0]) <= columns }.map { Line($0, style: world.theme[.new]) }
    }
    return world.widest([count]) <= columns ? Line(count, style: world.theme[.barStatus]) : nil
  }
}
