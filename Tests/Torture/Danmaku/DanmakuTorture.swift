import DanmakuProperties

/// Random comments on random stages under random rules: what holds of every layout holds of theirs.
struct DanmakuTorture {
  private static let shortCount = 2_000
  private static let longCount = 100_000

  private let options: Options
  private let tally = Tally("danmaku")

  init(_ options: Options) {
    self.options = options
  }

  func run() -> Tally {
    let chosen = options.onlyCase.flatMap { Int($0) }
    Workers.each(chosen == nil ? options.isLong ? Self.longCount : Self.shortCount : 1, on: options.jobs) { number in
      guard !tally.isHopeless else { return }
      attempt(chosen ?? number)
    }
    tally.print(
      """
      \(tally.count(of: "stages").grouped) stages of \(tally.count(of: "comments").grouped) comments, each for \
      \(LayoutProperty.allCases.count) properties
      """)
    return tally
  }

  private func attempt(_ number: Int) {
    var random = Randomness(options.seed, case: number)
    let stage = RandomStage(using: &random)
    tally.count("stages")
    tally.count("comments", stage.comments.count)
    for property in LayoutProperty.allCases {
      guard let flaw = property.flaw(on: stage, using: &random) else { continue }
      tally.fail(
        "stage \(number) is not \(property.rawValue): \(flaw)", repeat: options.command(.danmaku, case: "\(number)"))
    }
  }
}
