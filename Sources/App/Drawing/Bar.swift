import Anime
import TUI

/// The top bar: the screens by their digits, and what there is at the right.
struct Bar {
  struct Tab: Hashable {
    var place: Place
    var text: String
    var area: Rect
  }

  /// Which screens are named and not only numbered.
  private enum Form: CaseIterable {
    case all, selected, none
  }

  let model: Model
  private(set) var tabs: [Tab] = []
  /// That the past is shown, in the longest words for which there is room.
  private var banner: String?

  private static let brand = "夜桜"

  init(_ model: Model) {
    self.model = model
    let area = model.world.layout.bar
    guard !area.isEmpty else { return }
    let forms = Form.allCases.map { Self.tabs($0, model, in: area) }
    func end(_ tabs: [Tab]) -> Int { tabs.last?.area.endColumn ?? 0 }
    tabs = end(forms[0]) + 4 + warning.width(ambiguity: model.ambiguity) <= area.endColumn ? forms[0] : forms[1]
    guard let past = model.world.past else { return }
    // Names give way to it: nobody may take the past for the present.
    for text in Self.banners(past, model) {
      guard let form = forms.first(where: { end($0) + model.world.widest([text]) + 4 <= area.endColumn }) else {
        continue
      }
      tabs = form
      banner = text
      return
    }
    tabs = []
    banner = model.world.date(past.asked)
  }

  private static func tabs(_ form: Form, _ model: Model, in area: Rect) -> [Tab] {
    var column = area.column + 7
    return Place.allCases.map { place in
      let key = model.world.keymap.bindings.first { Place($0.action) == place }.map { "\($0.sequence) " } ?? ""
      let isNamed = form == .all || form == .selected && place == model.place
      let short = key.isEmpty ? "\(place.rawValue)" : String(key.dropLast())
      let text = isNamed ? key + place.name(model.world.strings) : short
      let columns = model.world.widest([text])
      defer { column += columns + 2 }
      return Tab(place: place, text: text, area: Rect(column: column, row: area.row, columns: columns, rows: 1))
    }
  }

  /// `as of Sun 22 Mar 2026 · commit 812 · :asof now`, and shorter.
  private static func banners(_ past: PastMoment, _ model: Model) -> [String] {
    let world = model.world
    let strings = world.strings
    let civil = world.zone.civil(past.asked)
    // A bare date is the end of its day: its clock says nothing.
    let isDay = civil.hour == 23 && civil.minute == 59
    let day = strings.day(civil.date) + (isDay ? "" : " " + Strings.clock(civil))
    let commit = strings.commit(past.sequence)
    let whole = [strings.asOf(day), past.isStandIn ? strings.nearestKept(commit) : commit, ":asof now"]
    return (1...3).reversed().map { whole.prefix($0).joined(separator: world.marks.separator) }
      + [strings.asOf(civil.date.description), civil.date.description]
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
    if world.past != nil { return drawBanner(in: area, on: &buffer) }
    let start = (tabs.last?.area.endColumn ?? 0) + 2
    let rest = Rect(column: start, row: area.row, columns: area.endColumn - 1 - start, rows: 1)
    guard rest.columns >= 8, let status = status(columns: rest.columns) else { return }
    buffer.write(status, in: rest, alignment: .right)
  }

  private func drawBanner(in area: Rect, on buffer: inout Buffer) {
    guard let banner else { return }
    let line = Line(" \(banner) ", style: model.world.theme[.barPast])
    buffer.write(line, in: area, alignment: .right)
  }
}
