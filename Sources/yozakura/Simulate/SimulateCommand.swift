internal import ArgumentParser
internal import Mirrors

/// `simulate [NAME|FILE] [--seed N] [--runs N]`, `simulate --list`
struct SimulateCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Play a scenario of mirrors and clients under a virtual clock.",
    discussion: """
      The policy is the one that syncs go by, line for line; only the network and the clock are simulated. A scenario is \
      one of those that come with the program, or a TOML file. The same seed gives the same answer. The status is 1 where \
      a promise was broken.
      """)
  static let lists = ["mirrors", "recoveries", "broken", "scenarios"]

  @Argument(
    help: .init("One of --list, or a file.", valueName: "scenario"),
    completion: .list(ShippedScenario.all.map(\.name)))
  var name: String?
  @Option(help: .init("Draw the worlds from this number on.", valueName: "number"))
  var seed: Int?
  @Option(help: .init("Draw so many worlds.", valueName: "count"))
  var runs: Int?
  @Flag(help: "List the scenarios that come with the program.")
  var list = false
  @Flag(help: "Print the scenario instead of playing it, to begin one from.")
  var text = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if list == (name != nil) { throw ValidationError("simulate wants the name of a scenario, a file, or --list.") }
    if let seed, seed < 0 { throw ValidationError("--seed wants a whole number, not below 0.") }
    if let runs, !(1...100_000).contains(runs) { throw ValidationError("--runs wants a whole number, 1 … 100000.") }
  }

  func answer(_ session: Session) throws -> Answer {
    guard let name else { return Self.listing }
    let bytes = try bytes(of: name)
    guard !text else {
      let text = String(decoding: bytes, as: UTF8.self)
      return Answer(fields: { [("text", .string(text))] }, say: { $0.verbatim(text) })
    }
    let file = try ScenarioFile(bytes, name: name)
    var scenario = file.scenario
    scenario.runs = runs ?? scenario.runs
    let first = seed.map(UInt64.init) ?? file.seed
    let report = try Self.play(scenario, from: first)
    let sheet = SimulationSheet(name: name, scenario: scenario, seed: first, report: report)
    return Answer(fields: { sheet.fields }, failure: sheet.failure, say: { sheet.say(to: &$0) })
  }

  private func bytes(of name: String) throws -> [UInt8] {
    if let shipped = ShippedScenario.all.first(where: { $0.name == name }) { return Array(shipped.text.utf8) }
    if let bytes = try TextFile.read(name, atMost: 1 << 20) { return bytes }
    let suggestion = ShippedScenario.all.map(\.name).suggestion(for: name)
    throw Failure.notFound(
      "No scenario and no file is called `\(name)`.\(suggestion) `yozakura simulate --list` lists them.")
  }

  /// Plays every world, side by side; Ctrl-C stops them.
  private static func play(_ scenario: Scenario, from seed: UInt64) throws -> SimulationReport {
    let simulation = Simulation(scenario)
    let courses = try Interruptible.run {
      try await withThrowingTaskGroup(of: Course.self) { group in
        for number in 0..<UInt64(scenario.runs) {
          group.addTask {
            guard let course = simulation.run(seed: seed &+ number, while: { !Task.isCancelled }) else {
              throw CancellationError()
            }
            return course
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }
    return SimulationReport(courses.sorted { $0.seed &- seed < $1.seed &- seed }, of: scenario)
  }

  private static var listing: Answer {
    Answer(
      fields: {
        let scenarios = ShippedScenario.all.map { shipped in
          JSON.object([("name", .string(shipped.name)), ("title", .string(orNull: shipped.title))])
        }
        return [("scenarios", .array(scenarios))]
      },
      say: { page in
        page.table(
          ShippedScenario.all.map { [Page.Piece($0.name, .strong), Page.Piece($0.title ?? "")] }, flexible: 1)
      })
  }
}

extension ShippedScenario {
  /// What it shows, in a sentence.
  fileprivate var title: String? {
    (try? ScenarioFile(Array(text.utf8), name: name))?.scenario.title
  }
}
