/// How long a state lasts, as a distribution.
///
///     exponential 20d      a mean of 20 days, without memory: most outages' beginnings
///     weibull 2h 0.7       63 % are shorter than 2 hours; a shape below 1 has many short ones and a long tail
///     lognormal 30m 1.2    half are shorter than 30 minutes; the spread is that of the logarithm: most repairs
///     fixed 3d             always 3 days
public enum Lifetime: Hashable, Sendable {
  /// Always the same.
  case fixed(Duration)
  /// Without memory.
  case exponential(mean: Duration)
  /// 1 − 1/e of them are shorter than `scale`.
  case weibull(scale: Duration, shape: Double)
  /// Half of them are shorter than `median`.
  case lognormal(median: Duration, spread: Double)

  /// One of them.
  public func draw(_ random: inout SeededGenerator) -> Duration {
    switch self {
    case .fixed(let duration): duration
    case .exponential(let mean): mean * -random.fraction().naturalLogarithm
    case .weibull(let scale, let shape):
      scale * ((-random.fraction().naturalLogarithm).naturalLogarithm / shape).exponential
    case .lognormal(let median, let spread): median * (spread * random.normal()).exponential
    }
  }

  /// The same in a world where all goes `factor` times as fast.
  public func scaled(by factor: Double) -> Lifetime {
    switch self {
    case .fixed(let duration): .fixed(duration / factor)
    case .exponential(let mean): .exponential(mean: mean / factor)
    case .weibull(let scale, let shape): .weibull(scale: scale / factor, shape: shape)
    case .lognormal(let median, let spread): .lognormal(median: median / factor, spread: spread)
    }
  }
}

extension Lifetime {
  /// What a scenario may write, for people.
  public static let forms = "\"30m\", \"exponential 20d\", \"weibull 2h 0.7\", \"lognormal 30m 1.2\""

  /// Reads one of the ``forms``; nil for all else.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard let name = words.first else { return nil }
    let time = words.count > 1 ? Duration(scenario: words[1]) : nil
    let number = words.count > 2 ? Double(words[2]).flatMap { (0.05...20).contains($0) ? $0 : nil } : nil
    switch (name, words.count, time, number) {
    case ("fixed", 2, let time?, _): self = .fixed(time)
    case ("exponential", 2, let time?, _): self = .exponential(mean: time)
    case ("weibull", 3, let time?, let number?): self = .weibull(scale: time, shape: number)
    case ("lognormal", 3, let time?, let number?): self = .lognormal(median: time, spread: number)
    default:
      guard words.count == 1, let time = Duration(scenario: name) else { return nil }
      self = .fixed(time)
    }
  }
}

extension Duration {
  /// Reads `40ms`, `90s`, `15m`, `6h`, `2.5d`; nil for all else, and for what is not longer than nothing.
  public init?(scenario text: some StringProtocol) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let unit = Self.units[String(text.dropFirst(number.count))], let count = Double(number) else { return nil }
    let milliseconds = (count * unit).rounded()
    // A thousand years: what is longer is a slip of the finger.
    guard milliseconds >= 1, milliseconds < 3.2e13 else { return nil }
    self = .milliseconds(Int64(milliseconds))
  }

  private static let units: [String: Double] = ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]

  /// So many seconds of it.
  var seconds: Double { self / .seconds(1) }
}
