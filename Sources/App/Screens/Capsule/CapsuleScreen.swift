import Anime
import TUI

/// The time capsule: its commits as a time line, and what would outlive every server.
struct CapsuleScreen: Screen {
  typealias Commit = CapsuleOverview.CommitLine

  /// What the capsule holds; nil until it was told.
  private(set) var overview: CapsuleOverview?
  /// Why it was not told.
  private(set) var failure: Failure?
  /// Whether it is being checked.
  private(set) var isVerifying = false
  private(set) var list = Rows<Commit>()
  // Of all commits, not only of those on screen; so they are worked out when these change, not for each frame.
  private(set) var columns: [TableLayout.Column] = []
  /// Whose all commits are; nil where they are of several.
  private(set) var soleProvider: String?

  var hints: [Action] {
    guard let overview, list.selected != nil else { return [.sync, .verify, .help] }
    return [.open] + (overview.setAside.isEmpty ? [] : [.accept]) + [.verify, .verifyAll, .restore, .help]
  }

  func selectedShow(_ world: Surroundings) -> ShowID? { nil }

  mutating func refresh(_ world: Surroundings) {
    let commits = overview?.commits ?? []
    soleProvider = Self.soleProvider(of: commits)
    columns = CommitCells.columns(commits, hasProviders: soleProvider == nil, world)
    list.replace(rows(world), height: area(world).rows) { commit in
      world.past.map { commit.sequence == $0.sequence } ?? true
    }
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    guard let movement = action.movement else { return false }
    list.move(movement, height: area(world).rows)
    return true
  }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    let area = area(world)
    guard let row = List(count: list.count, state: list.state).row(at: position, in: area) else { return false }
    return list.select(row: row, height: area.rows)
  }

  // MARK: What is told

  /// Shows what the capsule holds.
  mutating func show(_ overview: CapsuleOverview, _ world: Surroundings) {
    self.overview = overview
    failure = nil
    refresh(world)
  }

  /// Something failed; while nothing was told yet, that is why.
  mutating func fail(_ failure: Failure) {
    if overview == nil { self.failure = failure }
    isVerifying = false
  }

  /// Notes that the capsule is being checked; false where it is already.
  mutating func beginVerification() -> Bool {
    guard !isVerifying else { return false }
    isVerifying = true
    return true
  }

  mutating func endVerification() {
    isVerifying = false
  }

  /// The days on which something was committed, the newest first: what can stand behind `:asof`.
  func days(_ world: Surroundings) -> [String] {
    (overview?.commits ?? []).map { world.date($0.time) }.uniqued()
  }

  private func rows(_ world: Surroundings) -> [Rows<Commit>.Row] {
    var rows: [Rows<Commit>.Row] = []
    var last: CivilDate?
    for commit in overview?.commits ?? [] {
      let date = world.zone.civil(commit.time).date
      if date.month != last?.month || date.year != last?.year {
        if !rows.isEmpty { rows.append(.space) }
        rows.append(.heading(world.strings.month(date)))
      }
      last = date
      rows.append(.item(commit))
    }
    return rows
  }

  /// Commits that brought no catalogue are of nobody.
  private static func soleProvider(of commits: [Commit]) -> String? {
    let providers = Set(commits.lazy.map(\.provider).filter { !$0.isEmpty })
    return providers.count == 1 ? providers.first : nil
  }

  // MARK: Places

  /// The time line, and what the capsule keeps: beside it, or where there is no room below it.
  func panels(_ world: Surroundings) -> (line: Rect, sheet: Rect?) {
    let layout = world.layout
    if let detail = layout.detail { return (layout.main, detail) }
    guard layout.main.rows >= 18 else { return (layout.main, nil) }
    let (top, bottom) = layout.main.split(top: layout.main.rows - layout.main.rows * 2 / 5)
    return (top, bottom)
  }

  func area(_ world: Surroundings) -> Rect { Layout.inside(panels(world).line) }
}
