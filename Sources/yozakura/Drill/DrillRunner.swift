/// Acts out what is wanted, side by side: what waits, waits together.
struct DrillRunner: Sendable {
  /// What chance decides follows from this.
  let seed: Int
  /// Told how many are done.
  let progress: @Sendable (Int) -> Void

  /// The verdicts on `promises`, in their order.
  func run(_ promises: [DrillPromise]) async throws -> [DrillVerdict] {
    try await withThrowingTaskGroup(of: (Int, DrillVerdict).self) { group in
      for (place, promise) in promises.enumerated() {
        group.addTask { (place, try await verdict(on: promise)) }
      }
      var verdicts: [(Int, DrillVerdict)] = []
      for try await verdict in group {
        verdicts.append(verdict)
        progress(verdicts.count)
      }
      return verdicts.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func verdict(on promise: DrillPromise) async throws -> DrillVerdict {
    guard let scenario = promise.scenario else {
      return DrillVerdict(promise: promise, state: .notBuilt, facts: [])
    }
    let start = ContinuousClock.now
    var verdict = DrillVerdict(promise: promise, state: .kept, facts: [])
    do {
      let stage = try DrillStage(chance: SeededChance(seed, for: promise.rawValue))
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
