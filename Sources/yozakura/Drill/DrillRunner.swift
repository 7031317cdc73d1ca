internal import Mirrors

/// Acts out what is wanted: what waits, waits side by side; what only computes comes after it, and delays nobody.
struct DrillRunner: Sendable {
  /// What chance decides follows from this.
  let seed: Int
  /// Told how many are done.
  let progress: @Sendable (Int) -> Void

  /// The verdicts on `promises`, in the order of the promises.
  func run(_ promises: [DrillPromise]) async throws -> [DrillVerdict] {
    let computing = promises.filter { $0.scenario?.onlyComputes == true }
    let waiting = promises.filter { !computing.contains($0) }
    var verdicts = try await withThrowingTaskGroup(of: DrillVerdict.self) { group in
      for promise in waiting { group.addTask { try await verdict(on: promise) } }
      var verdicts: [DrillVerdict] = []
      for try await verdict in group {
        verdicts.append(verdict)
        progress(verdicts.count)
      }
      return verdicts
    }
    for promise in computing { verdicts.append(try await verdict(on: promise)) }
    return promises.compactMap { promise in verdicts.first { $0.promise == promise } }
  }

  private func verdict(on promise: DrillPromise) async throws -> DrillVerdict {
    guard let scenario = promise.scenario else {
      return DrillVerdict(promise: promise, state: .notBuilt, facts: [])
    }
    let start = ContinuousClock.now
    var verdict = DrillVerdict(promise: promise, state: .kept, facts: [])
    do {
      let stage = try DrillStage(chance: SeededGenerator(seed: UInt64(seed), stream: promise.stream))
      defer { stage.clear() }
      verdict.facts = try await scenario.play(on: stage)
    } catch let broken as DrillFailure {
      verdict.state = .broken
      verdict.facts = [broken.evidence]
    } catch let cancelled as CancellationError {
      throw cancelled
    } catch {
      verdict.state = .broken
      verdict.facts = ["it could not be acted out: \(Failure(error).message)"]
    }
    verdict.took = start.duration(to: .now)
    return verdict
  }
}
