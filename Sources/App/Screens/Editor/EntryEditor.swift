import Anime
import TUI

/// The panel in which all that the user keeps about shows is edited: about one, or about several at once.
///
/// It takes all keys. What is typed changes nothing until Enter; then all of it is one step of undo.
struct EntryEditor: Screen {
  /// The shows that are edited, at least one.
  let shows: [ShowID]
  private(set) var fields: [EntryField]
  /// The index of the field that keys go into.
  private(set) var focus = 0
  /// The tags that fit in the field of tags.
  private(set) var completion: TagCompletion?
  /// Whether Escape was pressed and would have lost something.
  private var isLeaving = false

  /// What a key led to.
  enum Outcome: Equatable {
    case stay
    /// Stay, since leaving would lose what was typed.
    case warn
    case leave
    case save([ShowEdit])
  }

  private static let order: [Change.Field] = [
    .status, .progress, .score, .started, .finished, .rewatches, .priority, .tags, .delays, .episodeOffset, .note,
  ]

  init(_ shows: [ShowID], _ world: Surroundings) {
    self.shows = shows
    let entries = shows.map { world.library[$0] }
    fields = Self.order.map { EntryField($0, of: entries, world.entryReader) }
  }

  var hints: [Action] { [] }

  func selectedShow(_ world: Surroundings) -> ShowID? { shows.first }
  func selectedShows(_ world: Surroundings) -> [ShowID] { shows }
  mutating func refresh(_ world: Surroundings) {}
  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool { false }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    guard let index = sheet(world).field(at: position) else { return false }
    go(to: index, world)
    return true
  }

  /// Whether anything is typed or chosen that is not kept yet.
  var isChanged: Bool { fields.contains(where: \.isChanged) }

  mutating func press(_ key: Key, _ world: Surroundings) -> Outcome {
    if key == .escape || key == .control("c") { return leave() }
    isLeaving = false
    switch key {
    case .enter: return save(world)
    case .tab where complete(by: 1, world), .backTab where completion != nil && complete(by: -1, world): break
    case .tab, .down, .control("n"): go(to: (focus + 1) % fields.count, world)
    case .backTab, .up, .control("p"): go(to: (focus + fields.count - 1) % fields.count, world)
    default:
      completion = nil
      _ = fields[focus].handle(key) { world.name(of: $0) }
    }
    return .stay
  }

  /// Types pasted text into the field.
  mutating func paste(_ text: String) {
    guard var field = fields[focus].text else { return }
    field.insert(text)
    fields[focus].set(field)
    completion = nil
  }

  private mutating func leave() -> Outcome {
    guard isChanged, !isLeaving else { return .leave }
    isLeaving = true
    return .warn
  }

  private mutating func go(to index: Int, _ world: Surroundings) {
    completion = nil
    _ = read(focus, world)
    focus = index
    fields[index].isFresh = true
  }

  private mutating func complete(by step: Int, _ world: Surroundings) -> Bool {
    guard fields[focus].field == .tags, let field = fields[focus].text else { return false }
    guard var completion = completion ?? TagCompletion(field, tags: world.filterVocabulary.tags) else { return false }
    fields[focus].set(completion.step(by: step))
    self.completion = completion
    return true
  }

  // MARK: Keeping

  /// All changes; where something cannot be kept, the panel stays with the cursor on it.
  private mutating func save(_ world: Surroundings) -> Outcome {
    completion = nil
    let readings = fields.indices.compactMap { read($0, world) }
    if let wrong = fields.firstIndex(where: { $0.problem != nil }) {
      focus = wrong
      fields[wrong].isFresh = false
      return .stay
    }
    return .save(shows.map { show in ShowEdit(show, readings.map { $0(world.library[show]) }) })
  }

  /// Reads the field at `index`, and keeps what is wrong with it.
  private mutating func read(_ index: Int, _ world: Surroundings) -> EntryReader.Reading? {
    fields[index].problem = nil
    do throws(EntryProblem) {
      return try fields[index].reading(by: world.entryReader)
    } catch {
      fields[index].problem = error
      return nil
    }
  }
}

extension Surroundings {
  /// Reads what is typed into the fields of the list.
  var entryReader: EntryReader {
    EntryReader(scale: configuration.scoreScale, today: dayBoundary.civil(now, in: zone).date)
  }

  /// How a status or a priority is called that can be chosen.
  func name(of choice: Change) -> String {
    switch choice {
    case .status(let status?): strings.status(status)
    case .priority(let priority?): strings.priority(priority)
    default: entryStrings.nothing
    }
  }
}
