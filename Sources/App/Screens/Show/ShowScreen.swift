import Anime
import TUI

/// Everything about one show, with links to open.
struct ShowScreen: Screen {
  let show: ShowID
  private(set) var list = Rows<ShowCard.LinkLine>()
  private var history = ShowHistory()
  private var episodes: [EpisodeComments] = []
  private var files: [LocalEpisode] = []
  private var isFresh = true

  init(_ show: ShowID, _ world: Surroundings) {
    self.show = show
    refresh(world)
  }

  var hints: [Action] {
    let enter: [Action] = list.selected == nil ? [] : [.open]
    // Enter plays the selected file already.
    let play: [Action] = files.isEmpty || file != nil ? [] : [.play]
    return enter + play + [.follow, .watchNext, .editStatus, .help, .editScore, .editNote, .back]
  }

  /// The address of the selected link.
  var address: String? { list.selected?.address }

  /// The selected file; nil where something else is selected.
  var file: LocalEpisode? { list.selected?.file }

  /// The selected episode; nil where something else is selected.
  var episode: Int? { list.selected?.episode }

  /// The selected episode, else the first one after `progress`, else the first; nil where no comments are kept.
  func episodeToPlay(after progress: Int) -> Int? {
    episode ?? (episodes.first { $0.episode > progress } ?? episodes.first)?.episode
  }

  func selectedShow(_ world: Surroundings) -> ShowID? {
    world.catalogue.position(of: show) == nil ? nil : show
  }

  mutating func refresh(_ world: Surroundings) {
    let card = ShowCard(show, world)
    // A blank at each edge, and the scrollbar.
    let width = area(world).columns - 3
    let facts: [Rows<ShowCard.LinkLine>.Row] =
      world.layout.contents == nil ? (card.facts(width: width) + [Line()]).map { .line($0) } : []
    let openable =
      ShowFiles(episodes: files, progress: world.library[show].progress).lines(width: width, world)
      + ShowEpisodes(episodes: episodes).lines(width: width, world) + card.links(width: width)
    let links = openable.map { link -> Rows<ShowCard.LinkLine>.Row in
      link.isOpenable ? .item(link) : .line(link.line)
    }
    let history = history.lines(width: width, world).map { Rows<ShowCard.LinkLine>.Row.line($0) }
    list.replace(facts + links + history, height: area(world).rows)
    if isFresh { showTop(world) }
    isFresh = false
  }

  /// Shows the top, with the file selected that is to be watched next, where it is in sight.
  private mutating func showTop(_ world: Surroundings) {
    let height = area(world).rows
    list.scrollToTop(height: height)
    let progress = world.library[show].progress
    let next = list.rows.prefix(height).firstIndex { row in
      row.item?.file?.numbers.map { $0.upperBound > progress } ?? false
    }
    if let next { _ = list.select(row: next, height: height) }
  }

  /// Shows the versions that there were.
  mutating func keep(_ versions: [ShowVersion]) {
    history.keep(versions)
  }

  /// Shows the episodes of which comments are kept; the first time from the top.
  mutating func keep(_ episodes: [EpisodeComments]) {
    isFresh = isFresh || self.episodes.isEmpty && !episodes.isEmpty
    self.episodes = episodes
  }

  /// Shows the user's files; the first time from the top.
  mutating func keep(_ files: [LocalEpisode]) {
    isFresh = isFresh || self.files.isEmpty && !files.isEmpty
    self.files = files
  }

  /// Something failed; where no version was told yet, it may be that.
  mutating func fail() {
    history.fail()
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

  func draw(on frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings
    let title = strings.show
    guard world.catalogue.position(of: show) != nil else {
      let area = world.panel(title, footer: show.description, in: world.layout.body, on: &frame)
      return world.remark([world.past == nil ? strings.showGone : strings.showNotYet], in: area, on: &frame)
    }
    if world.layout.contents != nil {
      let left = world.panel(title, footer: show.description, in: world.layout.facts, on: &frame)
      let inside = left.inset(horizontal: 1, vertical: 0)
      let facts = ShowCard(show, world).facts(width: inside.columns)
      for (row, line) in facts.prefix(inside.rows).enumerated() {
        frame.buffer.write(line, column: inside.column, row: inside.row + row, in: inside)
      }
      _ = world.panel(contents(strings, world.marks), in: panel(world), on: &frame)
    } else {
      _ = world.panel(title, footer: show.description, in: panel(world), on: &frame)
    }
    list.draw(in: area(world), frame: &frame, world: world) { link, place, isSelected, buffer in
      var line = link.line
      if isSelected {
        buffer.fill(place, style: world.theme[.listSelected])
        line = Line(line.text, style: world.theme[.listSelected])
      }
      buffer.write(line, in: place.inset(horizontal: 1, vertical: 0))
    }
  }

  /// `Your files · Links · History`: what the panel beside the facts holds.
  private func contents(_ strings: Strings, _ marks: Marks) -> String {
    let files = files.isEmpty ? nil : strings.localFiles.heading
    let comments = episodes.isEmpty ? nil : strings.keptComments
    return [files, comments, strings.links, strings.history].compactMap(\.self).joined(separator: marks.separator)
  }

  private func panel(_ world: Surroundings) -> Rect { world.layout.contents ?? world.layout.facts }
  private func area(_ world: Surroundings) -> Rect { Layout.inside(panel(world)) }
}
