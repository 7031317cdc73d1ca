import FeedProperties
import Formats
import Markup
import Testing

/// The same numbers every time.
struct CountedRandomness: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}

@Suite struct `Hostile feeds` {
  @Test(arguments: HostileFeed.Kind.allCases)
  func `Are read or refused, and nothing of them does harm`(_ kind: HostileFeed.Kind) {
    var random = CountedRandomness(state: 5)
    for size in [100, 5000, 100_000] {
      let feed = HostileFeed(kind, size: size, using: &random)

      #expect(FeedProperty.flaw(of: feed.bytes) == nil, "\(kind), \(size) bytes")
    }
  }

  @Test func `Of a bomb's kind say what they say, and nothing of what they declare`() throws {
    var random = CountedRandomness(state: 5)
    let feed = HostileFeed(.bomb, size: 100, using: &random)

    #expect(try FeedFile(reading: feed.bytes).feed.items.map(\.title) == ["&l30;"])
  }

  @Test(arguments: [HostileFeed.Kind.deep, .attributes, .namespaces, .longTitle, .longValue])
  func `That go beyond a limit are told to`(_ kind: HostileFeed.Kind) {
    var random = CountedRandomness(state: 5)
    let feed = HostileFeed(kind, size: 2 << 20, using: &random)
    guard case .markup(.beyond)? = Self.problem(of: feed.bytes) else {
      Issue.record("\(kind) is not told to go beyond a limit")
      return
    }
  }

  /// Why `bytes` are not read, or not to their end.
  private static func problem(of bytes: [UInt8]) -> FeedProblem? {
    do throws(FeedError) {
      return try FeedFile(reading: bytes).problem
    } catch {
      if case .unreadable(let problem) = error { return problem }
      return nil
    }
  }
}
