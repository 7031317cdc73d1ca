internal import Anime

extension LocalScan {
  /// Looks through the folders, and for so many milliseconds into films of which nobody knows yet what they tell.
  func runAndOpen(within milliseconds: Int) throws -> Outcome {
    var outcome = try run()
    let unopened = outcome.index.episodes.filter { $0.facts == nil }.map(\.file)
    let facts = MediaProbe.facts(of: unopened, within: milliseconds)
    guard !facts.isEmpty else { return outcome }
    outcome.index.learn(facts)
    try file.write(outcome.index)
    return outcome
  }
}
