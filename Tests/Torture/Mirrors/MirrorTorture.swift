import FaultServer
import Providers

/// Mirrors that misbehave alone, in pairs and in crowds, with an honest one among them: its answer wins.
///
/// Some lies cannot be told from the truth by anything in them: an earlier release under the new one's name, another
/// digit in an id. Of those it is only proven that they are whole, and that the guard lets them pass; how often one won
/// is counted.
struct MirrorTorture {
  private static let shortCount = 2_000
  private static let longCount = 10_000
  /// How many cases wait side by side: more, and on two cores they would wait for each other.
  private static let width = 32
  /// An honest answer is had within this, whoever else is asked.
  private static let promise = Duration.seconds(10)

  private let options: Options
  private let tally = Tally("mirrors")

  init(_ options: Options) {
    self.options = options
  }

  func run() async -> Tally {
    do {
      await tryAll(cases, on: try MirrorStage())
    } catch {
      tally.fail("no stage: \(error)", repeat: "")
    }
    tally.print(
      """
      \(Misbehaviour.allCases.count) ways to fail, alone beside an honest mirror, as \
      \(tally.count(of: "pairs").grouped) pairs in 4 places and in \(tally.count(of: "crowds").grouped) crowds of 8: \
      \(tally.count(of: "honest").grouped) times the honest answer won, after \
      \(tally.count(of: "milliseconds").grouped) ms at most; \(tally.count(of: "set aside").grouped) times two agreed on \
      a shrunken one, which was set aside; \(tally.count(of: "lies").grouped) times a lie won that nothing in it tells
      """)
    return tally
  }

  private var cases: [MirrorCase] {
    if let name = options.onlyCase { return MirrorCase(name).map { [$0] } ?? [] }
    var random = Randomness(options.seed)
    let pairs = options.isLong ? MirrorCases.orderedPairs : MirrorCases.pairs(&random)
    let crowds = (0..<(options.isLong ? Self.longCount : Self.shortCount)).map { _ in MirrorCases.crowd(&random) }
    tally.count("pairs", pairs.count)
    tally.count("crowds", crowds.count)
    // Mixed, so that those who cost the most time to refuse do not all come at once.
    return (MirrorCases.alone + pairs + crowds).shuffled(using: &random)
  }

  private func tryAll(_ cases: [MirrorCase], on stage: MirrorStage) async {
    await withTaskGroup(of: Void.self) { group in
      for (number, crowd) in cases.enumerated() where !tally.isHopeless {
        if number >= Self.width { await group.next() }
        group.addTask { await attempt(crowd, on: stage) }
      }
    }
  }

  private func attempt(_ crowd: MirrorCase, on stage: MirrorStage) async {
    let start = ContinuousClock.now
    do {
      let report = try await stage.fetch(crowd)
      let took = start.duration(to: .now)
      tally.greatest("milliseconds", Int(took / .milliseconds(1)))
      try judge(report, of: crowd, on: stage.content)
      guard took <= Self.promise else { throw Flaw(what: "it took \(took)") }
    } catch {
      tally.fail("\(crowd): \(error)", repeat: options.command(.mirrors, case: "'\(crowd)'"))
    }
  }

  /// Throws unless the honest answer won, or a lie that nothing in it gives away, or two doubtful ones agreed.
  private func judge(_ report: FetchReport<some Any>, of crowd: MirrorCase, on content: MirrorContent) throws {
    switch report.outcome {
    case .updated(_, let file) where file.bytes == content.file: tally.count("honest")
    case .updated(_, let file) where file.bytes == content.silentBit && crowd.count(.silentBit) > 0,
      .unchanged(_, let file?) where file.bytes == content.older && crowd.count(.staleVersion) > 0:
      tally.count("lies")
    case .setAside(let file, _, _) where file.bytes == content.shrunken && crowd.count(.shrunkenCatalogue) > 1:
      tally.count("set aside")
    case .updated(_, let file): throw Flaw(what: "\(file.bytes.count) false bytes of \(file.url) were taken")
    case .unchanged: throw Flaw(what: "it was taken for unchanged")
    case .setAside(let file, _, _): throw Flaw(what: "\(file.bytes.count) bytes of \(file.url) were set aside")
    case .failed:
      let causes = report.failures.map { "\($0.mirror): \($0.reason)" }
      throw Flaw(what: "nothing was had; \(causes.joined(separator: "; "))")
    }
  }
}
