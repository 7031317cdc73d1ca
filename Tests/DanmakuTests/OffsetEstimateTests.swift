import Danmaku
import Testing

@Suite struct `Estimating offsets` {
  /// Comments with texts of their own, among what everybody says all the time.
  static func source(_ count: Int, seed: UInt64, minutes: Int = 24) -> [Comment] {
    var random = SplitMix(state: seed)
    return (0..<count).map { index in
      let text = index % 3 == 0 ? "哈哈哈哈哈" : "第\(index)句 of seed \(seed)"
      return Comment(time: Int.random(in: 120_000..<minutes * 60_000, using: &random), text: text)
    }
  }

  static func moved(_ comments: [Comment], by offset: Int) -> [Comment] {
    comments.map { comment in
      var comment = comment
      comment.time += offset
      return comment
    }
  }

  @Test(arguments: [-90_000, -12_400, 0, 1, 30_000, 100_000])
  func `A planted offset is found to the millisecond`(_ offset: Int) throws {
    let reference = Self.source(600, seed: 1)
    let estimate = try #require(
      OffsetEstimate(of: Comments(Self.moved(reference, by: -offset)), to: Comments(reference)))

    #expect(estimate.offset == offset)
    #expect(estimate.fit == 1)
    #expect(estimate.segments.count == 1)
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func `It is found among noise`(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let offset = Int.random(in: -100_000...100_000, using: &random)
    let reference = Self.source(400, seed: seed)
    let other = Self.moved(reference, by: -offset).enumerated().map { index, comment in
      // A third says the same at any time, all are rounded by up to a tenth of a second.
      var comment = comment
      comment.time = index % 3 == 1 ? Int.random(in: 0..<1_440_000, using: &random) : comment.time / 100 * 100
      return comment
    }
    let strangers = Self.source(400, seed: seed + 1000)
    let estimate = try #require(OffsetEstimate(of: Comments(other + strangers), to: Comments(reference)))

    #expect(abs(estimate.offset - offset) <= 100)
    #expect(0.4...0.7 ~= estimate.fit)
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func `Chance repeats agree on nothing`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let reference = Self.source(400, seed: seed)
    let other = reference.map { comment in
      var comment = comment
      comment.time = Int.random(in: 0..<1_440_000, using: &random)
      return comment
    }

    #expect(OffsetEstimate(of: Comments(other), to: Comments(reference)) == nil)
  }

  @Test func `Sources that share nothing have no offset`() {
    #expect(OffsetEstimate(of: Comments(Self.source(300, seed: 1)), to: Comments(Self.source(300, seed: 2))) == nil)
    #expect(OffsetEstimate(of: Comments(), to: Comments()) == nil)
  }

  @Test func `People who answer the same moment are enough`() throws {
    var random = SplitMix(state: 3)
    let reference = Self.source(400, seed: 3)
    let other = reference.map { comment in
      var comment = comment
      comment.time += 20_000 + Int.random(in: -3000...3000, using: &random)
      return comment
    }
    let estimate = try #require(OffsetEstimate(of: Comments(other), to: Comments(reference)))

    #expect(abs(estimate.offset + 20_000) < 2500)
  }

  @Test func `A cut in the middle gives a second offset from there on`() throws {
    let reference = Self.source(900, seed: 4)
    let cut = 600_000
    let other = reference.compactMap { comment -> Comment? in
      // Thirty seconds of a sponsor are missing.
      var comment = comment
      if comment.time >= cut { comment.time -= 30_000 }
      return comment.time >= cut - 30_000 && comment.time < cut - 20_000 ? nil : comment
    }
    let estimate = try #require(OffsetEstimate(of: Comments(other), to: Comments(reference)))

    #expect(estimate.segments.map(\.offset) == [0, 30_000])
    #expect(abs(estimate.segments[1].start - (cut - 30_000)) < 15_000)
    #expect(estimate.fit > 0.95)
  }

  @Test func `What everybody says does not vote`() {
    let laughs = (0..<200).map { Comment(time: 1000 * $0, text: "哈哈哈哈哈") }

    #expect(OffsetEstimate(of: Comments(laughs), to: Comments(laughs)) == nil)
  }
}
