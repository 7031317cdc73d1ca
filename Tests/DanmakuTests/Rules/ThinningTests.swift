import Danmaku
import Testing

@Suite struct `Thinning crowds` {
  static let life = 8000

  /// The positions of `comments` that a bound of `density` leaves.
  func shown(_ comments: Comments, _ density: Int) -> [Int] {
    let ruling = rules { $0.density = density }.ruling(of: comments)
    return comments.indices.filter { ruling.reason(at: $0) == nil }
  }

  /// The greatest number of comments that are on the stage at once.
  func crowd(_ times: [Int]) -> Int {
    times.indices.map { first in times[first...].count { $0 < times[first] + Self.life } }.max() ?? 0
  }

  /// Comments of lanes alone, in bursts and without them.
  func random(_ seed: UInt64, count: Int = 300) -> Comments {
    var random = SplitMix(state: seed)
    let seconds = Int.random(in: 5...120, using: &random)
    return Comments(
      (0..<count).map { number in
        var second = Int.random(in: 0..<seconds, using: &random)
        if seed % 2 == 0 { second = second / 20 * 20 }
        return Comment(
          time: second * 1000 + Int.random(in: 0..<1000, using: &random), text: "\(number / 2)",
          id: seed % 3 == 0 ? nil : Int64(number))
      })
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `Never are more on the stage than may be, and more may only add`(_ seed: UInt64) {
    let comments = random(seed)
    var fewer: Set<Int> = []
    for density in [0, 1, 2, 3, 7, 20, 50, 120, 300] {
      let shown = shown(comments, density)
      #expect(crowd(shown.map { comments.time(at: $0) }) <= density)
      #expect(fewer.isSubset(of: shown))
      fewer = Set(shown)
    }
    #expect(fewer.count == comments.count)
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `Nobody goes where all may stay`(_ seed: UInt64) {
    let comments = random(seed)
    let crowd = crowd(comments.indices.map { comments.time(at: $0) })

    #expect(shown(comments, crowd).count == comments.count)
    #expect(shown(comments, crowd - 1).count < comments.count)
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `The order in which comments were read does not matter`(_ seed: UInt64) {
    let comments = random(seed)
    var generator = SplitMix(state: seed)
    let shuffled = Comments(Array(comments).shuffled(using: &generator))

    #expect(shown(comments, 10).map { comments[$0] } == shown(shuffled, 10).map { shuffled[$0] })
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `What comes a minute later changes nothing`(_ seed: UInt64) {
    let comments = random(seed)
    let later = (0..<100).map { Comment(time: 300_000 + $0 * 10, text: "later", id: Int64(5000 + $0)) }

    #expect(
      shown(Comments(Array(comments) + later), 10).filter { $0 < comments.count } == shown(comments, 10))
  }

  @Test func `Of a burst the first do not stay more than the last`() {
    let burst = Comments((0..<2000).map { Comment(time: $0 / 2, text: "夜", id: Int64($0)) })
    let shown = shown(burst, 100)

    #expect(shown.count == 100)
    #expect(30...70 ~= shown.count { $0 < 1000 })
  }

  @Test func `A crowd that lasts is thinned evenly, and the stage is well used`() {
    let crowd = Comments((0..<12_000).map { Comment(time: $0 * 10, text: "夜", id: Int64($0) * 7919) })
    let times = shown(crowd, 80).map { crowd.time(at: $0) }
    let perSecond = (0..<120).map { second in times.count { $0 / 1000 == second } }

    // 80 in eight seconds are ten in each; a seam may cost one or two of them.
    #expect(perSecond.allSatisfy { 8...13 ~= $0 })
    #expect(times.count > 120 * 8)
  }

  @Test func `Bursts lose more than the quiet between them`() {
    let quiet = (0..<200).map { Comment(time: $0 * 500, text: "q", id: Int64($0)) }
    let bursts = (0..<1000).map { number -> Comment in
      let (burst, place) = number.quotientAndRemainder(dividingBy: 100)
      return Comment(time: burst * 10_000 + 4000 + place, text: "b", id: Int64(1000 + number))
    }
    let comments = Comments(quiet + bursts)
    let shown = shown(comments, 40)

    #expect(shown.count { comments.text(at: $0) == "q" } > 180)
    #expect(200...300 ~= shown.count { comments.text(at: $0) == "b" })
  }

  @Test func `Each comment is counted for as long as it stays`() {
    let ask = { (time: Int, life: Int?) in Comment(time: time, mode: .top, text: "\(time)", life: life) }
    let lasting = Comments([ask(1000, 60_000), ask(20_000, 60_000), ask(40_000, 60_000)])
    let short = Comments([ask(0, 1000), ask(2000, 1000), ask(4000, 1000)])
    // One that stands is there for four seconds, one that flies for eight.
    let still = Comments([ask(0, nil), ask(5000, nil), ask(10_000, nil)])

    #expect(shown(lasting, 1).count == 1)
    #expect(shown(lasting, 2).count == 2)
    #expect(shown(short, 1).count == 3)
    #expect(shown(still, 1).count == 3)
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `Never are more on the stage than may be, however long each stays`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let comments = Comments(
      (0..<200).map { number in
        let life = Int.random(in: 0...4, using: &random) == 0 ? Int.random(in: 100...60_000, using: &random) : nil
        return Comment(
          time: Int.random(in: 0..<60_000, using: &random), mode: Comment.Mode.text[number % 4], text: "\(number)",
          id: Int64(number), life: life)
      })
    func end(_ position: Int) -> Int {
      let usual = [.top, .bottom].contains(comments.mode(at: position)) ? 4000 : 8000
      return comments.time(at: position) + (comments.life(at: position) ?? usual)
    }
    for density in [1, 3, 10, 30] {
      let shown = shown(comments, density)
      let crowds = shown.map { moment in
        shown.count { $0 <= moment && end($0) > comments.time(at: moment) }
      }
      #expect(crowds.allSatisfy { $0 <= density })
      #expect(crowds.contains(density))
    }
  }

  @Test func `What another rule hides, or no lane can show, takes nobody's place`() {
    let comments = Comments([
      Comment(time: 0, mode: .positioned, text: "[]"), Comment(time: 1, mode: .top, text: "a"),
      Comment(time: 2, text: "b"),
    ])
    let set = rules {
      $0.modes = [.top]
      $0.density = 1
    }

    #expect(reasons(comments, set) == [nil, .mode, nil])
  }
}
