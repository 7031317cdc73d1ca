import Anime
import TUI

extension Model {
  /// Does what `action` asks for.
  mutating func perform(_ action: Action) -> [Effect] {
    if let place = Place(action) { return go(to: place) }
    if action == .pin, isOnMirrors { return pinMirror() }
    if action == .undo, case .stage = layers.last, onTop({ $0.handle(.undo, $1) }) { return [] }
    if action.isChange, refusesChange() { return [] }
    switch action {
    case .nextScreen: return go(to: place.advanced(by: 1))
    case .previousScreen: return go(to: place.advanced(by: -1))
    case .search: return startSearch()
    case .commandLine: prompt = .command(CommandLine())
    case .help: layers.append(.help(HelpScreen(context, world)))
    case .sync: return startSync()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return quit()
    case .close: return close()
    case .undo: return undo()
    case .redo: return [.redo]
    case .present: return returnToPresent()
    case .follow, .watchNext, .watchPrevious, .editStatus, .editScore, .editNote, .pin: return changeEntry(action)
    case .openLink: return openLink()
    case .playComments: return playComments()
    case .alignSources: return alignSources()
    default: return performOnScreen(action)
    }
    return []
  }

  /// What only the screen on top can tell the meaning of.
  private mutating func performOnScreen(_ action: Action) -> [Effect] {
    if onTop({ screen, world in screen.handle(action, world) }) { return [] }
    switch action {
    case .open: return open()
    case .verify, .verifyAll, .accept, .restore: return performOnCapsule(action)
    case .tryNow, .compare, .refresh: return performOnMirrors(action)
    case .back: return layers.isEmpty || isStageAlone && layers.count == 1 ? [] : leave()
    default: break
    }
    return []
  }

  mutating func go(to place: Place) -> [Effect] {
    let remembered = rememberOffsets()
    layers = []
    isStageAlone = false
    self.place = place
    refresh()
    switch place {
    case .capsule: return remembered + [.loadCapsule]
    case .mirrors: return remembered + [.loadMirrors]
    case .tonight, .catalogue, .schedule, .watchlist: return remembered
    }
  }

  private mutating func startSearch() -> [Effect] {
    if case .stage = layers.last { return performOnScreen(.search) }
    if layers.isEmpty, place == .watchlist { return performOnScreen(.search) }
    _ = go(to: .catalogue)
    _ = catalogue.handle(.search, world)
    return []
  }

  private mutating func startSync() -> [Effect] {
    guard !isOffline else {
      alarm(about: .offline)
      return []
    }
    isSyncAsked = true
    if case .syncing = world.network { return [] }
    return beginSync()
  }

  private mutating func quit() -> [Effect] {
    let remembered = rememberOffsets()
    isRunning = false
    return remembered + [.quit]
  }

  private mutating func close() -> [Effect] {
    if layers.isEmpty || isStageAlone && layers.count == 1 { return quit() }
    return leave()
  }

  private mutating func leave() -> [Effect] {
    let remembered = rememberOffsets()
    layers.removeLast()
    refresh()
    return remembered
  }

  private mutating func open() -> [Effect] {
    if case .show(let screen) = layers.last { return screen.episode == nil ? openLink() : playComments() }
    guard layers.isEmpty else { return [] }
    if place == .mirrors { return performOnMirrors(.tryNow) }
    if place == .capsule { return capsule.list.selected.map { travel(to: $0) } ?? [] }
    guard let show = selectedShow else { return [] }
    layers.append(.show(ShowScreen(show, world)))
    return readings(of: show)
  }

  private mutating func openLink() -> [Effect] {
    guard case .show(let screen) = layers.last, let address = screen.address else { return [] }
    return [.open(url: address)]
  }

  // MARK: The user's list

  private mutating func changeEntry(_ action: Action) -> [Effect] {
    guard let show = selectedShow else { return [] }
    let entry = world.library[show]
    let count = world.episodeCount(of: show)
    switch action {
    case .follow: return edit(show, [.followed(!entry.isFollowed)])
    case .pin: return edit(show, [.pinned(!entry.isPinned)])
    case .watchNext: return edit(show, entry.watchingNext(of: count))
    case .watchPrevious: return edit(show, entry.unwatchingLast(of: count))
    case .editStatus:
      prompt = .status(show, Prompt.statuses.firstIndex(of: entry.status) ?? 0)
    case .editScore:
      prompt = .score(show, TextField(scoreText(of: show)))
    case .editNote:
      prompt = .note(show, TextField(entry.note))
    default: break
    }
    return []
  }

  /// Shows `changes` at once; "saved" is said when they are durable.
  mutating func edit(_ show: ShowID, _ changes: [Change]) -> [Effect] {
    guard !changes.isEmpty, !refusesChange() else { return [] }
    let changes = world.followingThrough(changes, of: show)
    var entry = world.library[show].applying(changes)
    entry.changed = world.now
    world.library.entries[show] = entry.isEmpty ? nil : entry
    refresh()
    return [.edit(show, changes)]
  }
}

extension ListEntry {
  /// The changes when one more episode was watched, of `count` where that is known.
  func watchingNext(of count: Int?) -> [Change] {
    guard count.map({ progress < $0 }) ?? true else { return [] }
    let isWatched = status == .watching || status == .rewatching || progress + 1 == count
    return [.progress(progress + 1)] + (isWatched ? [] : [.status(.watching)])
  }

  /// The changes when one episode fewer was watched.
  func unwatchingLast(of count: Int?) -> [Change] {
    guard progress > 0 else { return [] }
    return [.progress(progress - 1)] + (status == .completed ? [.status(.watching)] : [])
  }
}

extension Surroundings {
  /// How many episodes a show has, where that is known.
  func episodeCount(of show: ShowID) -> Int? {
    catalogue.position(of: show).flatMap { catalogue.summary(at: $0).episodeCount }
  }

  /// `changes` with what follows from them, where the user wants that.
  fileprivate func followingThrough(_ changes: [Change], of show: ShowID) -> [Change] {
    guard configuration.watchlistFollowsThrough else { return changes }
    return library[show].withConsequences(
      of: changes, today: dayBoundary.civil(now, in: zone).date, episodeCount: episodeCount(of: show))
  }
}
