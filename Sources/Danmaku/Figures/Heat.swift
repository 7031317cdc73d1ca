/// How much is on the stage, second by second: what the strip over the time line and its peaks are made of.
///
/// A comment counts as many cells as it is wide, in each second in which it is on the stage; one that rules hide
/// counts nothing. Those of the first 15 seconds greet whoever comes in and tell nothing about the film: one at the
/// start counts a quarter, and the later it is the more, until at 15 seconds it counts as every other.
public struct Heat: Hashable, Sendable {
  /// Sixteenths of cells on the stage, for each second: whole numbers, so that every machine finds the same peaks.
  let loads: [Int]
  /// The moments at which the stage is fullest, in the order of time: a dozen at most.
  public let peaks: [HeatPeak]

  /// Whether nothing is on the stage at any time.
  public var isEmpty: Bool { loads.allSatisfy { $0 == 0 } }

  /// The heat of a film of `duration` milliseconds on whose stage a comment is for `life` milliseconds, unless it asks
  /// for a time of its own, of which it is given `stretch` percent.
  public init(
    _ comments: Comments, sizes: CommentSizes, duration: Int, life: Int = 8000, stretch: Int = 100,
    ruling: Ruling? = nil
  ) {
    guard duration > 0 else {
      (loads, peaks) = ([], [])
      return
    }
    loads = Self.loads(comments, sizes, count: duration / 1000 + 1, ruling) { position in
      max(1, (comments.life(at: position).map { $0 * stretch / 100 } ?? life) / 1000)
    }
    peaks = HeatPeak.all(in: loads)
  }

  /// The last peak that is earlier than `time`, in milliseconds; nil where there is none.
  public func previousPeak(before time: Int) -> HeatPeak? { peaks.last { $0.time < time } }

  /// The first peak that is later than `time`, in milliseconds; nil where there is none.
  public func nextPeak(after time: Int) -> HeatPeak? { peaks.first { $0.time > time } }

  /// The sixteenths of cells on the stage in each of `count` seconds, where `life` tells for how many each comment is.
  private static func loads(
    _ comments: Comments, _ sizes: CommentSizes, count: Int, _ ruling: Ruling?, life: (Int) -> Int
  ) -> [Int] {
    var changes = [Int](repeating: 0, count: count + 1)
    for position in comments.indices where comments.mode(at: position).isText {
      let time = comments.time(at: position)
      // What comes after the film's end is never seen.
      guard time < count * 1000, ruling?.reason(at: position) == nil else { continue }
      // Of one that came before the film only the rest of its life counts.
      let load = sizes.columns(at: position) * weight(at: max(0, time))
      let second = max(0, time) / 1000
      changes[second] += load
      changes[max(second, min(time / 1000 + life(position), count))] -= load
    }
    var load = 0
    return changes.dropLast().map { change in
      load += change
      return load
    }
  }

  /// The time of greetings, in milliseconds.
  private static let greetings = 15_000

  /// What a cell of a comment at `time` counts, in sixteenths.
  private static func weight(at time: Int) -> Int {
    time < greetings ? 4 + 12 * time / greetings : 16
  }
}
