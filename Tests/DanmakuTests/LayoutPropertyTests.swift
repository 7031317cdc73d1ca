import DanmakuProperties
import Foundation
import Testing

/// Random stages, each made from one number, whose layouts must be right.
///
/// `YOZAKURA_PROPERTY_SETS` tells how many are tried: a thousand where it is not set. `yozakura-torture danmaku` tries
/// more of them, others every day.
@Suite struct `Layouts of any set of comments` {
  static let count = ProcessInfo.processInfo.environment["YOZAKURA_PROPERTY_SETS"].flatMap { Int($0) } ?? 1000
  static let batches = 20

  @Test(arguments: 0..<batches) func `No two comments of a lane touch at any moment`(_ batch: Int) {
    expect(.apart, in: batch)
  }

  @Test(arguments: 0..<batches) func `Each comment is placed once, or hidden for a reason that holds`(_ batch: Int) {
    expect(.accounted, in: batch)
  }

  @Test(arguments: 0..<batches) func `Seeking shows what playing shows`(_ batch: Int) {
    expect(.seekable, in: batch)
  }

  @Test(arguments: 0..<batches) func `The order of the input means nothing`(_ batch: Int) {
    expect(.orderless, in: batch)
  }

  private func expect(_ property: LayoutProperty, in batch: Int) {
    for seed in stride(from: batch, to: Self.count, by: Self.batches) {
      var random = SplitMix(state: UInt64(seed) &* 7919)
      let stage = RandomStage(using: &random)
      let flaw = property.flaw(on: stage, using: &random)
      #expect(flaw == nil, "stage \(seed)")
    }
  }
}
