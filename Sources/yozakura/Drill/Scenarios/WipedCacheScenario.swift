internal import Anime
internal import FaultServer
internal import Library

/// The recovery wiped every client's cache.
///
/// Mirrors that answer with nothing, with rubbish, and with half of the catalogue in good order.
struct WipedCacheScenario: DrillScenario {
  private static let rubbish: [Misbehaviour] = [
    .emptyBody, .portal, .brokenBit, .swappedFile, .truncatedClose, .truncatedGzip, .missing, .serverError,
  ]

  func play(on stage: DrillStage) async throws -> [String] {
    try await stage.fill()
    let show = try Self.follow(on: stage)
    var chance = stage.chance
    let answers = Self.rubbish.shuffled(using: &chance).prefix(4) + [.shrunkenCatalogue]
    var words: [String] = []
    for answer in answers {
      let actor = try stage.actor()
      let result = try await stage.synchroniser.run(stage.provider([actor.address(of: answer)]))
      words.append(result.word)
      try Self.expectWhole(stage, show, after: answer)
    }
    try DrillFailure.unless(
      words.last == "setAside", "half a catalogue in good order was \(words.last ?? "nothing"), and not set aside")
    let actors = (try stage.actor(), try stage.actor())
    let result = try await stage.synchroniser.run(
      stage.provider([actors.0.address(of: .shrunkenCatalogue), actors.1.honestAddress]))
    try DrillFailure.unless(
      stage.showCount == DrillCatalogue.newestCount, "an honest mirror beside half a catalogue: \(result.word)")
    return [
      "\(answers.count) bad answers took none of \(DrillCatalogue.olderCount) shows, and nothing that is followed",
      "they were: \(answers.map(\.rawValue).joined(separator: ", "))",
      "the last, half a catalogue in good order, was set aside",
      "beside it, the \(DrillCatalogue.newestCount) shows of an honest mirror came in",
    ]
  }

  private static func follow(on stage: DrillStage) throws -> ShowID {
    guard case .one(let show) = stage.library.resolve(DrillCatalogue.show) else {
      throw DrillFailure(evidence: "\(DrillCatalogue.show) is not in the catalogue")
    }
    try stage.library.edit(show, [.followed(true)])
    return show
  }

  private static func expectWhole(_ stage: DrillStage, _ show: ShowID, after answer: Misbehaviour) throws {
    try DrillFailure.unless(
      stage.showCount == DrillCatalogue.olderCount,
      "after \(answer.rawValue), \(stage.showCount) of \(DrillCatalogue.olderCount) shows are left")
    try DrillFailure.unless(
      stage.library.snapshot().entry(for: show).isFollowed, "after \(answer.rawValue), nothing is followed any more")
  }
}
