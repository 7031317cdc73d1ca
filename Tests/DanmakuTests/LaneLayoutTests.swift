import Danmaku
import Testing

/// Ours: Swift Testing has a `Comment` too.
typealias Comment = Danmaku.Comment

/// Two cells for what is not ASCII: enough for tests of places.
enum SimpleWidth {
  static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
}

/// A generator whose numbers are the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Comments of every mode, length and height, crowded in time.
func randomComments(seed: UInt64, count: Int = 400, seconds: Int = 60) -> Comments {
  var random = SplitMix(state: seed)
  return Comments(
    (0..<count).map { _ in
      let draw = Int.random(in: 0..<100, using: &random)
      let mode: Comment.Mode =
        switch draw {
        case ..<70: .scroll
        case ..<80: .top
        case ..<88: .bottom
        case ..<98: .reverse
        default: .positioned
        }
      let rows = Int.random(in: 0..<20, using: &random) == 0 ? Int.random(in: 2...4, using: &random) : 1
      let lines = (0..<rows).map { _ in
        String(repeating: "夜", count: Int.random(in: 1...Int.random(in: 1...60, using: &random), using: &random))
      }
      return Comment(
        time: Int.random(in: 0..<seconds * 1000, using: &random), mode: mode, text: lines.joined(separator: "\n"))
    })
}

/// The first moment at which two comments share a cell of the stage, tried at every `step` ms.
func firstMeeting(in layout: LaneLayout, every step: Int) -> Int? {
  guard let last = layout.placed.last else { return nil }
  let columns = layout.rules.columns
  // Each cell remembers when it was last taken.
  var taken = [Int](repeating: -1, count: columns * layout.rules.lanes)
  for time in stride(from: 0, through: last.start + layout.rules.crossing, by: step) {
    var meets = false
    layout.forEachVisible(at: time) { comment in
      let first = layout.column(of: comment, at: time)
      for row in comment.lane..<comment.lane + comment.rows {
        for column in max(0, first)..<max(0, min(columns, first + comment.columns)) {
          if taken[row * columns + column] == time { meets = true }
          taken[row * columns + column] = time
        }
      }
    }
    if meets { return time }
  }
  return nil
}

func layout(_ comments: Comments, columns: Int, lanes: Int, _ change: (inout LaneRules) -> Void = { _ in })
  -> LaneLayout
{
  var rules = LaneRules(columns: columns, lanes: lanes)
  change(&rules)
  return LaneLayout(comments, sizes: CommentSizes(comments, width: SimpleWidth.of), rules: rules)
}

@Suite struct `Laying comments out` {
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `No two comments ever share a cell, on any stage`(_ seed: UInt64) {
    let comments = randomComments(seed: seed)
    for (columns, lanes) in [(1, 1), (17, 2), (40, 7), (80, 20), (200, 50)] {
      for gap in [0, 2] {
        let layout = layout(comments, columns: columns, lanes: lanes) {
          $0.gap = gap
          $0.crossing = [2000, 8000, 7919][Int(seed % 3)]
        }
        #expect(firstMeeting(in: layout, every: 31) == nil, "\(columns)×\(lanes), gap \(gap)")
      }
    }
  }

  @Test func `The gap between followers is kept`() {
    let layout = layout(randomComments(seed: 7), columns: 60, lanes: 6) { $0.modes = [.scroll] }

    for time in stride(from: 0, to: 60_000, by: 53) {
      let lanes = Dictionary(grouping: layout.visible(at: time).filter { $0.rows == 1 }, by: \.lane)
      for comments in lanes.values {
        let places = comments.map { (layout.column(of: $0, at: time), $0.columns) }.sorted { $0.0 < $1.0 }
        for (left, right) in zip(places, places.dropFirst()) { #expect(right.0 - (left.0 + left.1) >= 2) }
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `Every comment is placed once or has one reason`(_ seed: UInt64) {
    let comments = randomComments(seed: seed)
    let layout = layout(comments, columns: 80, lanes: 3) { $0.modes = [.scroll, .top] }

    #expect(layout.placed.map(\.position) == comments.indices.filter { layout.placement(at: $0) == .placed })
    for position in comments.indices {
      switch comments.mode(at: position) {
      case .bottom, .reverse: #expect(layout.placement(at: position) == .hidden(.mode))
      case .positioned: #expect(layout.placement(at: position) == .hidden(.unsupported))
      default: #expect([.placed, .hidden(.lanesFull)].contains(layout.placement(at: position)))
      }
    }
  }

  @Test func `The same comments have the same layout`() {
    let comments = randomComments(seed: 3)

    #expect(layout(comments, columns: 80, lanes: 20).placed == layout(comments, columns: 80, lanes: 20).placed)
  }

  @Test func `Seeking shows what playing shows`() {
    let layout = layout(randomComments(seed: 5), columns: 80, lanes: 20)

    var playing: [PlacedComment] = []
    var next = 0
    for time in 0..<70_000 {
      while next < layout.placed.count, layout.placed[next].start <= time {
        playing.append(layout.placed[next])
        next += 1
      }
      playing.removeAll { time >= $0.start + ($0.mode == .top || $0.mode == .bottom ? 4000 : 8000) }
      if time % 41 == 0 { #expect(layout.visible(at: time) == playing) }
    }
  }

  @Test func `A comment takes the first lane in which it catches up with nobody`() {
    let comments = Comments([
      Comment(time: 0, text: "slow"),
      Comment(time: 1000, text: String(repeating: "夜", count: 60)),
      Comment(time: 2000, text: "next"),
    ])

    #expect(layout(comments, columns: 80, lanes: 20).placed.map(\.lane) == [0, 1, 0])
  }

  @Test func `Still comments stack from their edges and step aside for nobody`() {
    let comments = Comments([
      Comment(time: 0, mode: .top, text: "a"), Comment(time: 0, mode: .top, text: "b"),
      Comment(time: 0, mode: .bottom, text: "c\nd"), Comment(time: 4000, mode: .top, text: "e"),
      Comment(time: 1000, text: "flying"),
    ])
    let layout = layout(comments, columns: 80, lanes: 9)

    #expect(layout.placed.map(\.mode) == [.bottom, .top, .top, .scroll, .top])
    #expect(layout.placed.map(\.lane) == [7, 0, 1, 2, 0])
  }

  @Test func `Still comments leave a third of the stage to the others`() {
    let still = (0..<100).map { Comment(time: $0, mode: $0 % 2 == 0 ? .top : .bottom, text: "夜") }
    let layout = layout(Comments(still + [Comment(time: 50, text: "flying")]), columns: 80, lanes: 9)

    #expect(layout.placed.count == 7)
    #expect(layout.placed.last { $0.mode == .scroll }?.lane == 3)
  }

  @Test func `Reverse comments come from the left, in the lowest lane`() {
    let layout = layout(Comments([Comment(time: 0, mode: .reverse, text: "夜桜")]), columns: 80, lanes: 9)
    let comment = layout.placed[0]

    #expect(comment.lane == 8)
    #expect(layout.column(of: comment, at: 0) == -4)
    #expect(layout.column(of: comment, at: 4000) == 38)
    #expect(layout.column(of: comment, at: 7999) == 79)
  }

  @Test func `A scrolling comment crosses the stage with all of its width`() {
    let layout = layout(Comments([Comment(time: 1000, text: "夜桜")]), columns: 80, lanes: 1)
    let comment = layout.placed[0]

    #expect(layout.column(of: comment, at: 1000) == 80)
    #expect(layout.column(of: comment, at: 5000) == 38)
    #expect(layout.column(of: comment, at: 8999) == -3)
    #expect(layout.visible(at: 999).isEmpty)
    #expect(layout.visible(at: 8999) == [comment])
    #expect(layout.visible(at: 9000).isEmpty)
  }

  @Test func `Empty lines above and below take no lane`() {
    let comments = Comments([
      Comment(time: 0, text: "\n\u{3000}\n\u{A0}\nmoon\n\nlight\n\u{2800}\n"), Comment(time: 0, text: "x"),
    ])
    let layout = layout(comments, columns: 80, lanes: 9)

    #expect(comments.lines(at: 0) == ["moon", "", "light"])
    #expect(layout.placed.map(\.rows) == [3, 1])
    #expect(layout.placed.map(\.lane) == [0, 3])
  }

  @Test func `A comment higher than the stage is told so`() {
    let layout = layout(Comments([Comment(time: 0, text: "a\nb\nc")]), columns: 80, lanes: 2)

    #expect(layout.placement(at: 0) == .hidden(.lanesFull))
  }

  @Test func `A stage without rows shows nothing`() {
    #expect(layout(randomComments(seed: 1), columns: 0, lanes: 0).placed.isEmpty)
  }

  @Test func `The next comment is known`() {
    let layout = layout(
      Comments([Comment(time: 1000, text: "x"), Comment(time: 9000, text: "x")]), columns: 80, lanes: 2)

    #expect(layout.nextStart(after: 0) == 1000)
    #expect(layout.nextStart(after: 1000) == 9000)
    #expect(layout.nextStart(after: 9000) == nil)
  }
}
