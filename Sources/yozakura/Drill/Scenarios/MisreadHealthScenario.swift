internal import FaultServer
internal import Mirrors
internal import Providers

/// The autoscaler took healthy nodes out on a misread metric.
///
/// First all mirrors fail at once, which is no mirror's fault; then one of four does, again and again.
struct MisreadHealthScenario: DrillScenario {
  private static let failures: [Misbehaviour] = [
    .connectRefused, .resetAtOnce, .resetMidBody, .noAnswer, .truncatedLength, .truncatedChunks,
  ]

  func play(on stage: DrillStage) async throws -> [String] {
    var chance = stage.chance
    let failures = Self.failures.shuffled(using: &chance)
    let place = Int.random(in: 0..<4, using: &chance)
    async let all = everybodyFails(stage, Array(failures.prefix(4)))
    async let one = oneFails(stage, failures[4], at: place)
    return try await all + one
  }

  private func everybodyFails(_ stage: DrillStage, _ failures: [Misbehaviour]) async throws -> [String] {
    let actors = try failures.map { _ in try stage.actor() }
    let mirrors = zip(actors, failures).map { $0.address(of: $1) }
    for _ in 0..<3 { _ = try await stage.synchroniser.run(stage.provider(mirrors)) }
    let book = stage.synchroniser.health.health.withBook { $0 }
    let resting = Self.resting(mirrors, in: book)
    try DrillFailure.unless(
      resting.isEmpty, "all failed at once, and \(resting.count) of \(mirrors.count) were put aside for it")
    guard let fault = book.localFault else {
      throw DrillFailure(evidence: "\(mirrors.count) of \(mirrors.count) failed at once, and no local fault was seen")
    }
    return [
      "4 of 4 mirrors failed 3 times: \(failures.map(\.rawValue).joined(separator: ", "))",
      "nobody was put aside: \(fault.cause.sentence)",
    ]
  }

  private func oneFails(_ stage: DrillStage, _ failure: Misbehaviour, at place: Int) async throws -> [String] {
    let actors = try (0..<4).map { _ in try stage.actor() }
    let mirrors = actors.enumerated().map { $0 == place ? $1.address(of: failure) : $1.honestAddress }
    let health = MirrorHealth.ephemeral
    for _ in 0..<3 {
      _ = await probeMirrors(
        of: stage.provider(mirrors), present: nil, client: stage.synchroniser.client, health: health)
    }
    let resting = Self.resting(mirrors, in: health.withBook { $0 })
    try DrillFailure.unless(
      resting == [mirrors[place]],
      "1 of 4 failed 3 times (\(failure.rawValue)), and \(resting.count) were put aside: \(resting)")
    return ["1 of 4 failed 3 times, by \(failure.rawValue), and it alone was put aside"]
  }

  /// Who of `mirrors` is not asked in the background.
  private static func resting(_ mirrors: [String], in book: HealthBook) -> [String] {
    mirrors.filter { mirror in
      Origin(mirror).map { book.track($0, .content).breaker != .closed || book.origins[$0]?.distrustedUntil != nil }
        ?? false
    }
  }
}
