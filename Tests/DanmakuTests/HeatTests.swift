import Danmaku
import Testing

@Suite struct `The heat of a film` {
  private func heat(
    _ comments: [Danmaku.Comment], duration: Int = 600_000, hiding hidden: [Int] = []
  ) -> Heat {
    let comments = Comments(comments)
    var ruling = Ruling(count: comments.count)
    for position in hidden { ruling.hide(position, .text) }
    return Heat(
      comments, sizes: CommentSizes(comments, width: SimpleWidth.of), duration: duration, ruling: ruling)
  }

  /// Comments of two cells, `count` of them in the second that begins at `time`.
  private func burst(at time: Int, count: Int) -> [Danmaku.Comment] {
    (0..<count).map { Danmaku.Comment(time: time + $0 % 1000, text: "夜") }
  }

  @Test func `The strip is what is on the stage, against the fullest moment`() {
    let heat = heat(burst(at: 2000, count: 3), duration: 39_000)

    #expect(Density(heat, count: 4).heights == [1, 0, 0, 0])
  }

  @Test func `A comment that asks for a time of its own counts for as long`() {
    let heat = heat([Danmaku.Comment(time: 20_000, text: "夜", life: 15_000)], duration: 39_000)

    #expect(Density(heat, count: 8).heights == [0, 0, 0, 0, 1, 1, 1, 0])
  }

  @Test func `Of a comment that came before the film only the rest of its time counts`() {
    let heat = heat([Danmaku.Comment(time: -3000, text: "夜")], duration: 9999)

    #expect(Density(heat, count: 10).heights == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
  }

  @Test func `What comes after the end of the film is no heat of its last second`() {
    let heat = heat(burst(at: 0, count: 3) + burst(at: 15_000, count: 100), duration: 9999)

    #expect(Density(heat, count: 10).heights.last == 0)
    #expect(heat.peaks.allSatisfy { $0.time < 9999 })
  }

  @Test func `Nothing but code leaves the stage empty`() {
    #expect(heat([Danmaku.Comment(time: 20_000, mode: .positioned, text: "[]")]).isEmpty)
    #expect(!heat(burst(at: 20_000, count: 1)).isEmpty)
  }

  @Test func `A spike does not flatten the rest of the strip`() {
    let heights = Density(heat(burst(at: 20_000, count: 100) + burst(at: 30_000, count: 1), duration: 39_999), count: 4)
      .heights

    #expect(heights[2] == 1)
    #expect(heights[3] > 0.02 && heights[3] < 0.03)
  }

  @Test func `A film of no length has a flat strip and no peak`() {
    let heat = heat([], duration: 0)

    #expect(Density(heat, count: 3).heights == [0, 0, 0])
    #expect(heat.peaks.isEmpty)
  }

  @Test func `Greetings of the first seconds count less, and the less the earlier they are`() {
    func height(at time: Int) -> Double {
      Density(heat(burst(at: time, count: 5) + burst(at: 40_000, count: 5), duration: 59_000), count: 2).heights[0]
    }

    #expect(height(at: 0) < height(at: 7000))
    #expect(height(at: 7000) < height(at: 15_000))
    #expect(height(at: 15_000) == 1)
    // A quarter, to the power 0.8.
    #expect(abs(height(at: 0) - 0.33) < 0.01)
  }

  @Test func `Hidden comments warm nothing`() {
    let comments = burst(at: 100_000, count: 4) + burst(at: 300_000, count: 2)

    #expect(heat(comments).peaks.count == 2)
    #expect(heat(comments, hiding: [0, 1, 2, 3]).peaks.map { $0.time / 10_000 } == [30])
  }

  @Test func `A peak is where the stage is fullest`() throws {
    let peaks = heat(burst(at: 100_000, count: 20) + burst(at: 300_000, count: 10)).peaks

    // They are on the stage for eight seconds.
    #expect(peaks.count == 2)
    #expect((100_000..<108_000).contains(peaks[0].time) && (300_000..<308_000).contains(peaks[1].time))
    #expect(peaks[0].height == 1)
    #expect(abs(peaks[1].height - 0.574) < 0.001)
  }

  @Test func `A peak is none beside a higher one without a valley between them`() {
    let slope = burst(at: 100_000, count: 20) + burst(at: 106_000, count: 18)

    #expect(heat(slope).peaks.count == 1)
  }

  @Test func `A spike hides no other peak`() {
    let peaks = heat(burst(at: 100_000, count: 5000) + burst(at: 300_000, count: 100)).peaks

    #expect(peaks.count == 2)
  }

  @Test func `Noise around the mean is no peak, and a steady film has one at most`() {
    let steady = (0..<600).flatMap { burst(at: $0 * 1000, count: 10 + $0 % 3) }

    #expect(heat(steady).peaks.count <= 1)
  }

  @Test func `There are a dozen peaks at most, the most prominent`() {
    let bursts = (1...30).flatMap { burst(at: $0 * 60_000, count: 10 + $0) }
    let peaks = heat(bursts, duration: 1_860_000).peaks

    #expect(peaks.map { $0.time / 60_000 } == Array(19...30))
  }

  @Test func `Equal peaks are all peaks, and the order of the input changes none`() {
    let comments = [100_000, 200_000, 300_000].flatMap { burst(at: $0, count: 7) }

    #expect(heat(comments).peaks.count == 3)
    #expect(heat(comments.reversed()).peaks == heat(comments).peaks)
  }

  @Test func `One goes from a peak to the one before and the one after`() {
    let heat = heat([100_000, 200_000, 300_000].flatMap { burst(at: $0, count: 7) })
    let times = heat.peaks.map(\.time)

    #expect(heat.nextPeak(after: 0)?.time == times[0])
    #expect(heat.nextPeak(after: times[0])?.time == times[1])
    #expect(heat.nextPeak(after: times[2]) == nil)
    #expect(heat.previousPeak(before: times[2])?.time == times[1])
    #expect(heat.previousPeak(before: times[0]) == nil)
  }
}
