internal import Anime
internal import Mirrors
internal import Providers

/// Syncs of several providers at once: one round of them, or as many as it takes.
struct SyncRounds: Sendable {
  let synchroniser: Synchroniser
  let meter: SyncMeter

  /// All at once, so that one provider that is down costs the others nothing.
  func once(_ wanted: [ProviderConfiguration], for purpose: Purpose) async throws -> [SyncResult] {
    try await withThrowingTaskGroup(of: (Int, SyncResult).self) { group in
      for (index, provider) in wanted.enumerated() {
        group.addTask { (index, try await synchroniser.run(provider, for: purpose) { meter.show($0) }) }
      }
      var results: [(Int, SyncResult)] = []
      for try await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Round after round, on the schedule of somebody who is there, until every provider has answered.
  func untilAnswered(_ wanted: [ProviderConfiguration]) async throws -> [SyncResult] {
    var results = try await once(wanted, for: .typed)
    var random = SystemRandomNumberGenerator()
    let health = synchroniser.health.health
    var schedule = SyncSchedule(.init(interval: .seconds(6 * 3600)), start: health.now)
    while results.contains(where: \.isWorthAnotherTry) {
      let waiting = results.indices.filter { results[$0].isWorthAnotherTry }
      schedule.attend(at: health.now, random: &random)
      let fault = health.withBook { $0.localFault }
      schedule.note(
        .failed(notBefore: waiting.map { results[$0] }.notBefore, isSilent: fault?.isSilent == true),
        at: health.now, random: &random)
      try await wait(until: schedule.nextTry, for: results[waiting[0]])
      let again = try await once(waiting.map { wanted[$0] }, for: .background)
      for (place, result) in zip(waiting, again) { results[place] = result }
    }
    return results
  }

  private func wait(until moment: Duration, for result: SyncResult) async throws {
    let health = synchroniser.health.health
    var isFirst = true
    while health.now < moment {
      let seconds = Int(((moment - health.now) / .seconds(1)).rounded(.up))
      meter.show(
        waiting: seconds, for: result.provider, because: result.causes.first ?? "no mirror was asked",
        isFirst: isFirst)
      isFirst = false
      try await Task.sleep(for: min(.seconds(1), moment - health.now))
    }
  }
}

extension SyncResult {
  /// Whether time alone may mend it.
  fileprivate var isWorthAnotherTry: Bool {
    if case .failed(nil) = state { true } else { false }
  }
}
