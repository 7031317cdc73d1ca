import Anime
import TUI

extension Model {
  /// Takes in what happened and returns what is to be done.
  public mutating func update(_ message: Message) -> [Effect] {
    let effects = take(message)
    return effects + askPlayer()
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .input(let event): return take(event) + keepBlocks()
    case .tick(let now): return pass(to: now)
    case .library(let library), .present(let library): return take(library)
    case .news(let news):
      world.news = news
      refresh()
    case .edited(let edits): tell(edits, world.strings.saved, undo: .undo)
    case .undone(let edits): tell(edits, world.strings.undone, undo: .redo)
    case .redone(let edits): tell(edits, world.strings.redone, undo: .undo)
    case .syncing(let progress): world.network = .syncing(progress)
    case .synced(let outcome):
      take(outcome)
      return [.loadMirrors]
    case .retry(let moment): postpone(to: moment)
    case .theme(let name, let table, let file):
      var warnings: [ConfigurationWarning] = []
      world.theme = Theme(name: name, table: table, depth: colorDepth, file: file, warnings: &warnings)
      warn(warnings)
    case .danmaku(let content): show(content)
    case .theatre(let content): return open(content)
    case .comments(let comments, let film): take(comments, of: film)
    case .player(let event): take(event)
    case .picture(let frame): take(frame)
    case .cell(let size):
      world.pixels.cell = size
      refresh()
    case .aligned(let alignment): propose(alignment)
    case .opened(let url): say(world.strings.opened(url))
    case .travelled(let moment, let library): show(moment, library)
    case .capsule(let overview): capsule.show(overview, world)
    case .verified(let damaged, let readAll): endVerification(damaged: damaged, readAll: readAll)
    case .history(let show, let versions): keep(versions, of: show)
    case .episodes(let show, let episodes): keep(episodes, of: show)
    case .localFiles(let show, let files): keep(files, of: show)
    case .skipped(let kind, let time): tellSkip(kind, from: time)
    case .watched(let edits): tellWatched(edits)
    case .takenBack(let edits): tell(edits, world.strings.undone)
    case .marked(let marking): tell(marking)
    case .upNext(let next): tell(next)
    case .playing(let playing): show(playing)
    case .accepted(let provider, let removed): say(world.strings.accepted(provider, removed))
    case .restored(let sequence): say(world.strings.restored(sequence))
    case .mirrors(let overview): mirrors.show(overview, world)
    case .tried(let host, let cause): tell(of: host, cause)
    case .compared(let comparison): tell(comparison)
    case .failed(let failure): fail(failure)
    case .healed: say(world.strings.libraryHealed)
    case .warned(let warnings): warn(warnings)
    }
    return []
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return attend() + press(key)
    case .paste(let text): return attend() + paste(text)
    case .mouse(let event): return attend() + (world.configuration.mouse ? point(event) : [])
    case .resize(let size):
      world.size = size
      refresh()
    case .closed: return perform(.quit)
    case .answer(let answer):
      world.pixels.learn(answer)
      refresh()
    case .resumed: break
    }
    return []
  }

  // MARK: Time

  private mutating func pass(to now: Instant) -> [Effect] {
    let minute = world.now.milliseconds / 60_000
    world.now = now
    if let notice, notice.until <= now { self.notice = nil }
    if now.milliseconds / 60_000 != minute { refresh() }
    return isSyncDue ? beginSync() : []
  }

  // MARK: Words on the bottom line

  mutating func say(_ text: String) {
    notice = Notice(text: text, kind: .done, until: world.now + .seconds(5))
  }

  mutating func alarm(_ text: String, quote: String? = nil) {
    notice = Notice(text: text, quote: quote, kind: .alarm, until: world.now + .seconds(12))
  }

  /// Says that nothing was fetched, and why.
  mutating func alarm(about cause: NetworkCause) {
    alarm(world.strings.nothingFetched(cause), quote: world.strings.quote(of: cause))
  }

  private mutating func fail(_ failure: Failure) {
    alarm(world.strings.message(for: failure, in: world.zone))
    capsule.fail(failure)
    mirrors.fail(failure)
    changeShowScreens { $0.fail() }
    refresh()
  }

  mutating func warn(_ warnings: [ConfigurationWarning]) {
    guard var first = warnings.first else { return }
    // On one line the fault counts more than the folders above its file.
    first.file = first.file.split(separator: "/").last.map(String.init) ?? first.file
    let others = warnings.count > 1 ? " " + world.strings.more(warnings.count - 1) : ""
    alarm(world.strings.message(for: first) + others)
  }
}
