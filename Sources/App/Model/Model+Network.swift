import Anime

extension Model {
  /// Asks for a sync: because somebody wants one, or because the interval or the schedule does.
  mutating func beginSync() -> [Effect] {
    networkBefore = world.network
    world.network = .syncing(SyncProgress())
    syncBegan = world.now
    return [.sync(isAsked: isSyncAsked)]
  }

  /// Whether the interval asks for a sync in the background; a file of comments alone asks for none.
  var isSyncDue: Bool {
    guard !isOffline, !isStageAlone, let interval = world.configuration.syncInterval, world.now >= syncNotBefore else {
      return false
    }
    switch world.network {
    case .idle(let synced): return synced.map { world.now - $0 >= .minutes(Int64(interval)) } ?? true
    case .syncing: return false
    case .failed(_, _, let nextTry): return nextTry.map { $0 <= world.now } ?? false
    }
  }

  /// Takes in what a sync came to.
  mutating func take(_ outcome: SyncOutcome) {
    switch outcome {
    case .updated(let added, let changed, let removed):
      succeed()
      say(world.strings.updated(added, changed, removed))
    case .unchanged:
      succeed()
      if isSyncAsked { say(world.strings.upToDate) }
    case .failed(let cause, let nextTry): fail(cause, nextTry: nextTry)
    case .elsewhere:
      // Its news comes as a commit; until then what was last known here holds.
      world.network = networkBefore
      syncNotBefore = world.now + .minutes(1)
    }
    isSyncAsked = false
  }

  private mutating func succeed() {
    synced = world.now
    failingSince = nil
    world.network = .idle(synced: synced)
  }

  private mutating func fail(_ cause: NetworkCause, nextTry: Instant?) {
    let interval = world.configuration.syncInterval.map { world.now + .minutes(Int64($0)) }
    world.network = .failed(cause, since: failingSince ?? world.now, nextTry: nextTry ?? interval)
    // That the disk is nearly full is the user's to know, once.
    if isSyncAsked || cause == .noRoom && failingSince == nil { alarm(about: cause) }
    failingSince = failingSince ?? world.now
  }

  /// The schedule has changed its mind about the next try.
  mutating func postpone(to moment: Instant?) {
    guard !isOffline, case .failed(let cause, let since, _) = world.network else { return }
    world.network = .failed(cause, since: since, nextTry: moment)
  }

  /// Notes that somebody is here during an outage, once a minute: they may want a try before the next one.
  mutating func attend() -> [Effect] {
    guard !isOffline, case .failed = world.network, world.now - lastAttended >= .seconds(60) else { return [] }
    lastAttended = world.now
    return [.attend(world.now)]
  }
}
