import Testing

@testable import Mirrors

@Suite struct SimulationChanceTests {
  /// The mean of so many draws.
  private func mean(_ lifetime: Lifetime, draws: Int = 20_000) -> Double {
    var random = SeededGenerator(seed: 7)
    return (0..<draws).reduce(0) { sum, _ in sum + lifetime.draw(&random).seconds } / Double(draws)
  }

  private func share(_ lifetime: Lifetime, below bound: Duration, draws: Int = 20_000) -> Double {
    var random = SeededGenerator(seed: 7)
    return Double((0..<draws).count { _ in lifetime.draw(&random) < bound }) / Double(draws)
  }

  @Test func `The generator gives the published numbers of SplitMix64`() {
    var random = SeededGenerator(seed: 1_234_567)

    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  @Test func `Streams of one seed differ, and each repeats itself`() {
    var (first, second) = (SeededGenerator(seed: 1, stream: 1), SeededGenerator(seed: 1, stream: 2))
    var again = SeededGenerator(seed: 1, stream: 1)

    let numbers = (0..<8).map { _ in first.next() }
    #expect(numbers == (0..<8).map { _ in again.next() })
    #expect(numbers != (0..<8).map { _ in second.next() })
  }

  @Test(arguments: [(1.0, 0.0), (2.0, 0.693147180559945), (1e-9, -20.72326583694641), (1e12, 27.63102111592855)])
  func `A logarithm is right to twelve digits`(_ number: Double, _ logarithm: Double) {
    #expect(abs(number.naturalLogarithm - logarithm) < 1e-12 * max(1, abs(logarithm)))
  }

  @Test(arguments: [(0.0, 1.0), (1.0, 2.718281828459045), (-3.5, 0.0301973834223185), (20.0, 485165195.40979)])
  func `An exponential is right to twelve digits`(_ power: Double, _ value: Double) {
    #expect(abs(power.exponential - value) < 1e-12 * max(1, value))
  }

  @Test func `Normal numbers have the mean 0 and the variance 1`() {
    var random = SeededGenerator(seed: 3)
    let numbers = (0..<20_000).map { _ in random.normal() }
    let mean = numbers.reduce(0, +) / 20_000

    #expect(abs(mean) < 0.03)
    #expect(abs(numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000 - 1) < 0.04)
  }

  @Test func `A lifetime without memory has its mean`() {
    #expect(abs(mean(.exponential(mean: .seconds(100))) - 100) < 3)
  }

  @Test func `Weibull's scale is what 63 percent are below`() {
    #expect(abs(share(.weibull(scale: .seconds(60), shape: 0.7), below: .seconds(60)) - 0.632) < 0.01)
  }

  @Test func `Half of the lognormal lifetimes are below the median, and their mean is above it`() {
    let lifetime = Lifetime.lognormal(median: .seconds(60), spread: 1)

    #expect(abs(share(lifetime, below: .seconds(60)) - 0.5) < 0.01)
    #expect(abs(mean(lifetime, draws: 100_000) - 98.9) < 3)
  }

  @Test func `Lifetimes are read as a scenario writes them`() {
    #expect(Lifetime("3d") == .fixed(.seconds(259_200)))
    #expect(Lifetime("fixed 90s") == .fixed(.seconds(90)))
    #expect(Lifetime("exponential 2.5h") == .exponential(mean: .seconds(9000)))
    #expect(Lifetime("weibull 20m 0.7") == .weibull(scale: .seconds(1200), shape: 0.7))
    #expect(Lifetime("lognormal 40ms 1.2") == .lognormal(median: .milliseconds(40), spread: 1.2))
  }

  @Test(arguments: [
    "", "3", "3 d", "-3d", "0s", "weibull 3d", "weibull 3d 0", "normal 3d", "exponential", "3d 4", "9e9d",
  ])
  func `What is no lifetime is refused`(_ text: String) {
    #expect(Lifetime(text) == nil)
  }
}
