internal import Anime
internal import HTTP
internal import Library
internal import Mirrors
internal import Providers

extension Session {
  /// Looks at the network and asks every mirror of the enabled providers once; nil where that is not possible.
  func survey() throws -> NetworkSurvey? {
    guard !options.offline, (try? HTTPClient.libraryVersion()) != nil, let configured = try? providers.read()
    else { return nil }
    let snapshot = try? library.snapshot()
    let states = snapshot?.providers ?? []
    let versions = Dictionary(states.map { ($0.name, $0.version) }) { first, _ in first }.compactMapValues { $0 }
    let made = CivilDate(iso8601: StarterFacts.date).map { Zone.utc.startOfDay($0) }
    let passed = [made, snapshot?.stamp.observed].compactMap(\.self).max() ?? Instant(milliseconds: 0)
    let tools = SurveyTools(client: client, health: self.health.health)
    defer { self.health.save() }
    let survey = try Interruptible.run {
      await NetworkSurvey.make(
        of: configured.filter(\.isEnabled), versions: versions, passed: passed, tools: tools)
    }
    let health = health.health
    if let cause = survey.facts.cause { health.withBook { $0.note(localCause: cause, at: health.now) } }
    return survey
  }
}
