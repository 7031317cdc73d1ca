import Anime
import TUI

extension Model {
  /// Takes in what happened and returns what is to be done.
  public mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .input(let event): return take(event)
    case .tick(let now): return pass(to: now)
    case .library(let library), .present(let library): return take(library)
    case .edited(let show, let changes): tell(show, changes, world.strings.saved)
    case .undone(let show, let changes): tell(show, changes, world.strings.undone)
    case .redone(let show, let changes): tell(show, changes, world.strings.redone)
    case .syncing(let progress): world.network = .syncing(progress)
    case .synced(let outcome): take(outcome)
    case .theme(let name, let table, let file):
      var warnings: [ConfigurationWarning] = []
      world.theme = Theme(name: name, table: table, depth: colorDepth, file: file, warnings: &warnings)
      warn(warnings)
    case .danmaku(let content):
      notice = nil
      layers.append(.stage(StageLayer(content, world)))
    case .opened(let url): say(world.strings.opened(url))
    case .travelled(let moment, let library): show(moment, library)
    case .capsule(let overview): capsule.show(overview, world)
    case .verified(let damaged, let readAll): endVerification(damaged: damaged, readAll: readAll)
    case .history(let show, let versions): keep(versions, of: show)
    case .accepted(let provider, let removed): say(world.strings.accepted(provider, removed))
    case .restored(let sequence): say(world.strings.restored(sequence))
    case .failed(let failure): fail(failure)
    case .healed: say(world.strings.libraryHealed)
    case .warned(let warnings): warn(warnings)
    }
    return []
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .mouse(let event): return world.configuration.mouse ? point(event) : []
    case .resize(let size):
      world.size = size
      refresh()
    case .closed: return perform(.quit)
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
    guard isSyncDue else { return [] }
    world.network = .syncing(SyncProgress())
    return [.sync(isAsked: false)]
  }

  /// Whether the interval asks for a sync in the background; a file of comments alone asks for none.
  private var isSyncDue: Bool {
    guard !isOffline, !isStageAlone, let interval = world.configuration.syncInterval else { return false }
    switch world.network {
    case .idle(let synced): return synced.map { world.now - $0 >= .minutes(Int64(interval)) } ?? true
    case .syncing: return false
    case .failed(_, _, let nextTry): return nextTry.map { $0 <= world.now } ?? false
    }
  }

  private mutating func take(_ outcome: SyncOutcome) {
    switch outcome {
    case .updated(let added, let changed, let removed):
      world.network = .idle(synced: world.now)
      say(world.strings.updated(added, changed, removed))
    case .unchanged:
      world.network = .idle(synced: world.now)
      if isSyncAsked { say(world.strings.upToDate) }
    case .failed(let cause, let nextTry): fail(cause, nextTry: nextTry)
    }
    if case .idle = world.network { failingSince = nil }
    isSyncAsked = false
  }

  private mutating func fail(_ cause: NetworkCause, nextTry: Instant?) {
    let interval = world.configuration.syncInterval.map { world.now + .minutes(Int64($0)) }
    world.network = .failed(cause, since: failingSince ?? world.now, nextTry: nextTry ?? interval)
    // That the disk is nearly full is the user's to know, once.
    if isSyncAsked || cause == .noRoom && failingSince == nil { alarm(world.strings.message(for: .network(cause))) }
    failingSince = failingSince ?? world.now
  }

  // MARK: Words on the bottom line

  mutating func say(_ text: String) {
    notice = Notice(text: text, kind: .done, until: world.now + .seconds(5))
  }

  mutating func alarm(_ text: String) {
    notice = Notice(text: text, kind: .alarm, until: world.now + .seconds(12))
  }

  private mutating func fail(_ failure: Failure) {
    alarm(world.strings.message(for: failure, in: world.zone))
    capsule.fail(failure)
    changeShowScreens { $0.fail() }
    refresh()
  }

  private mutating func tell(_ show: ShowID, _ changes: [Change], _ phrase: (String, String) -> String) {
    say(phrase(world.title(of: show), changes.map(world.strings.change).joined(separator: ", ")))
  }

  mutating func warn(_ warnings: [ConfigurationWarning]) {
    guard var first = warnings.first else { return }
    // On one line the fault counts more than the folders above its file.
    first.file = first.file.split(separator: "/").last.map(String.init) ?? first.file
    let others = warnings.count > 1 ? " " + world.strings.more(warnings.count - 1) : ""
    alarm(world.strings.message(for: first) + others)
  }
}
