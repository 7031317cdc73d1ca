import Mirrors
import Testing

@Suite struct SimulationFiguresTests {
  @Test func `A quantile is the smallest sample that so many do not exceed`() {
    let quantiles = Quantiles([5, 1, 4, 2, 3])

    #expect(quantiles[0.5] == 3)
    #expect(quantiles[0.9] == 5)
    #expect(quantiles[0] == 1)
    #expect(quantiles.mean == 3)
  }

  @Test func `Of no samples there is no quantile`() {
    #expect(Quantiles([])[0.5] == nil)
    #expect(Quantiles([]).mean == nil)
  }

  /// The figures are those of R's `prop.test(x, n, correct = FALSE)`.
  @Test(arguments: [(8, 10, 0.4902, 0.9433), (0, 20, 0.0, 0.1611), (200, 200, 0.9812, 1.0)])
  func `Wilson's interval is the published one`(_ count: Int, _ total: Int, _ low: Double, _ high: Double) {
    let interval = Proportion(count, of: total).interval

    #expect(abs(interval.lowerBound - low) < 0.0001)
    #expect(abs(interval.upperBound - high) < 0.0001)
  }
}
