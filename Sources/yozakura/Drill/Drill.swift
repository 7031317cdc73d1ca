internal import ArgumentParser
internal import Glibc

/// `drill`
struct Drill: Command {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Act out an outage against mirrors on this machine, and say which promises hold.",
    discussion: """
      The mirrors are hostile servers on loopback, the capsule is one in a temporary folder: nobody is asked and \
      nothing of yours is touched. It takes less than a minute. Status 1 says that a promise is broken.
      """)
  static let lists = ["promises"]

  @Option(help: .init("Repeat the drill that had this number.", valueName: "number"))
  var seed: Int?
  @Option(
    name: .customLong("scenario"),
    help: .init("Act out this one; may be given more than once.", valueName: "name"))
  var scenarios: [DrillPromise] = []
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard let seed, seed < 0 else { return }
    throw ValidationError("--seed wants a whole number from 0.")
  }

  func answer(_ session: Session) throws -> Answer {
    // Loopback is reached directly, whatever proxy stands between this machine and the world.
    setenv("no_proxy", "127.0.0.1", 1)
    let seed = seed ?? Int.random(in: 1...99_999)
    let wanted = DrillPromise.allCases.filter { scenarios.isEmpty || scenarios.contains($0) }
    let start = ContinuousClock.now
    let meter = DrillMeter(count: wanted.count, isShown: !global.json && !global.quiet && Standard.talkIsTerminal)
    defer { meter.clear() }
    let verdicts = try Interruptible.run { try await DrillRunner(seed: seed, progress: meter.show).run(wanted) }
    let took = start.duration(to: .now)
    return Answer(
      fields: { [("seed", .number(seed)), ("promises", .array(verdicts.map(\.json)))] },
      failure: Self.failure(verdicts, seed: seed),
      say: { page in
        for verdict in verdicts { verdict.say(to: &page) }
        page.line(Page.Piece(Self.summary(verdicts, took: took, seed: seed), .strong))
      })
  }

  private static func summary(_ verdicts: [DrillVerdict], took: Duration, seed: Int) -> String {
    let counts = [(DrillVerdict.State.kept, "kept"), (.broken, "broken"), (.notBuilt, "not built yet")].map {
      state, word in "\(verdicts.count { $0.state == state }) \(word)"
    }
    return "\(counts.joined(separator: ", ")), in \(took.inWords); --seed \(seed) repeats it."
  }

  private static func failure(_ verdicts: [DrillVerdict], seed: Int) -> Failure? {
    let broken = verdicts.filter { $0.state == .broken }.map(\.promise.rawValue)
    guard !broken.isEmpty else { return nil }
    let words = broken.map { "--scenario \($0)" }.joined(separator: " ")
    var failure = Failure(.failed, "Broken: \(broken.joined(separator: ", ")).")
    failure.details = ["`yozakura drill --seed \(seed) \(words)` repeats it."]
    return failure
  }
}
