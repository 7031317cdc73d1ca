import Anime
import TUI

/// The mirrors of every provider, and of the selected one all that is known, in words.
struct MirrorsScreen: Screen {
  /// How the mirrors do; nil until it was told.
  private(set) var overview: MirrorsOverview?
  /// Why it was not told.
  private(set) var failure: Failure?
  private(set) var list = Rows<MirrorLine>()

  var hints: [Action] {
    list.selected == nil ? [.sync, .refresh, .help] : [.tryNow, .pin, .compare, .sync, .refresh, .help]
  }

  func selectedShow(_ world: Surroundings) -> ShowID? { nil }

  mutating func refresh(_ world: Surroundings) {
    list.replace(rows(world), height: places(world).list.rows)
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    guard let movement = action.movement else { return false }
    list.move(movement, height: places(world).list.rows)
    return true
  }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    let area = places(world).list
    guard let row = List(count: list.count, state: list.state).row(at: position, in: area) else { return false }
    return list.select(row: row, height: area.rows)
  }

  // MARK: What is told

  /// Shows how the mirrors do.
  mutating func show(_ overview: MirrorsOverview, _ world: Surroundings) {
    self.overview = overview
    failure = nil
    refresh(world)
  }

  /// Something failed; while nothing was told yet, that is why.
  mutating func fail(_ failure: Failure) {
    if overview == nil { self.failure = failure }
  }

  /// Whether something on the screen counts down.
  func isCounting(_ world: Surroundings) -> Bool {
    list.rows.contains { $0.item?.until.map { $0 > world.now } ?? false }
  }

  /// Whose the selected mirror is.
  var provider: MirrorsOverview.ProviderLine? {
    list.selected.flatMap { mirror in overview?.providers.first { $0.name == mirror.provider } }
  }

  /// The mirrors below their providers, with air between these where there is room for it.
  private func rows(_ world: Surroundings) -> [Rows<MirrorLine>.Row] {
    let groups = (overview?.providers ?? []).map { provider in
      [.line(heading(provider, world))] + provider.mirrors.map { Rows<MirrorLine>.Row.item($0) }
    }
    let count = groups.reduce(groups.count - 1) { $0 + $1.count }
    return Array(groups.joined(separator: count <= places(world).list.rows ? [.space] : []))
  }

  /// `bangumi-data · 0.3.211 · fetched 2m ago`
  private func heading(_ provider: MirrorsOverview.ProviderLine, _ world: Surroundings) -> Line {
    let strings = world.strings.mirrors
    let fetched = provider.fetched.map { strings.fetched(world.ago($0)) }
    var line = Line(provider.name, style: world.theme[.heading])
    for text in [provider.version, fetched].compactMap(\.self) {
      line.append(world.marks.separator + text, style: world.theme[.textFaint])
    }
    guard provider.isDisputed else { return line }
    return line + Line("  \(world.marks.disputed) \(strings.disputed)", style: world.theme[.new])
  }

  // MARK: Places

  /// The list, and what is selected in it: beside it, or where there is no room below it.
  func panels(_ world: Surroundings) -> (list: Rect, sheet: Rect?) {
    let layout = world.layout
    if let detail = layout.detail { return (layout.main, detail) }
    guard layout.main.rows >= 18 else { return (layout.main, nil) }
    let (top, bottom) = layout.main.split(top: layout.main.rows - layout.main.rows * 2 / 5)
    return (top, bottom)
  }

  /// Where the fault of this side is told, and where the list stands.
  func places(_ world: Surroundings) -> (banner: Rect, list: Rect) {
    let inside = Layout.inside(panels(world).list)
    let count = banner(width: inside.columns - 2, world).count
    let air = count > 0 && inside.rows >= 20 ? 1 : 0
    let (banner, list) = inside.split(top: min(count + air, inside.rows / 2))
    return (banner.inset(horizontal: 1, vertical: 0), list)
  }

  /// That this side is to blame, and what can be done, for a place of `width` columns; nothing where it is not.
  func banner(width: Int, _ world: Surroundings) -> [Line] {
    guard let fault = overview?.localFault else { return [] }
    let blame = world.strings.mirrors.blameless(world.strings.network.cause(fault))
    let texts = [(blame, StyleName.new)] + (world.strings.advice(for: fault).map { [($0, .text)] } ?? [])
    return texts.flatMap { text, style in
      text.wrapped(to: width, ambiguity: world.ambiguity).map { Line($0, style: world.theme[style]) }
    }
  }
}
