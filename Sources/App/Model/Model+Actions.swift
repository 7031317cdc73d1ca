import Anime
import TUI

extension Model {
  /// Does what `action` asks for.
  mutating func perform(_ action: Action) -> [Effect] {
    if let place = Place(action) { return go(to: place) }
    if action == .pin, isOnMirrors { return pinMirror() }
    if action == .undo, case .stage(let stage) = layers.last {
      if stage.isTheatre { return takeBackInTheatre() }
      if onTop({ $0.handle(.undo, $1) }) { return [] }
    }
    if action.isChange, refusesChange() { return [] }
    switch action {
    case .nextScreen: return go(to: place.advanced(by: 1))
    case .previousScreen: return go(to: place.advanced(by: -1))
    case .search: return startSearch()
    case .commandLine: prompt = .command(CommandLine())
    case .help: layers.append(.help(HelpScreen(context, world)))
    case .sync: return startSync()
    case .redraw: return [.redraw]
    case .suspend: return pauseTheatre() + [.suspend]
    case .quit: return quit()
    case .close: return close()
    case .undo: return undo()
    case .redo: return [.redo]
    case .present: return returnToPresent()
    case .follow, .watchNext, .watchPrevious, .editStatus, .editScore, .editNote, .editEntry, .pin:
      return changeEntries(action)
    case .openLink: return openLink()
    case .playComments: return playComments()
    case .play: return play()
    case .alignSources: return alignSources()
    case .markOpening, .markEnding: return markPart(action)
    case .nextEpisode, .previousEpisode: return playNeighbour(action)
    default: return performOnScreen(action)
    }
    return []
  }

  /// What only the screen on top can tell the meaning of.
  private mutating func performOnScreen(_ action: Action) -> [Effect] {
    if onTop({ screen, world in screen.handle(action, world) }) {
      tellChange(by: action)
      return []
    }
    switch action {
    case .open: return open()
    case .verify, .verifyAll, .accept, .restore: return performOnCapsule(action)
    case .tryNow, .compare, .refresh: return performOnMirrors(action)
    case .takeScreenshot: tellNoPicture()
    case .back: return layers.isEmpty || isStageAlone && layers.count == 1 ? [] : leave()
    default: break
    }
    return []
  }

  mutating func go(to place: Place) -> [Effect] {
    let remembered = closeAll()
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
    let remembered = closeAll()
    isRunning = false
    return remembered + [.quit]
  }

  private mutating func close() -> [Effect] {
    if layers.isEmpty || isStageAlone && layers.count == 1 { return quit() }
    return leave()
  }

  private mutating func leave() -> [Effect] {
    let remembered = closeStage()
    layers.removeLast()
    refresh()
    return remembered
  }

  private mutating func open() -> [Effect] {
    if case .show(let screen) = layers.last {
      if screen.file != nil { return play() }
      return screen.episode == nil ? openLink() : playComments()
    }
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
}
