import Testing

@testable import Mirrors

@Suite struct ComparisonMachineTests {
  private typealias TestComparison = Comparison<String>

  /// What came of a comparison, and who was asked.
  private struct Course {
    var verdict: TestComparison.Verdict?
    var asked: [Int] = []
  }

  /// Compares what mirror 0 gave, `a`, with what `others` give; nil gives nothing.
  private func compare(_ others: [String?], groups: [String]? = nil, order: [Int]? = nil) -> Course {
    let groups = groups ?? (0...others.count).map(String.init)
    var comparison = TestComparison(
      groups: groups, order: order ?? Array(groups.indices), first: 0, digest: "a")
    var course = Course()
    var actions = comparison.handle(.begin)
    while case .ask(let mirror)? = actions.first {
      course.asked.append(mirror)
      actions = comparison.handle(others[mirror - 1].map { .answered(mirror, $0) } ?? .failed(mirror))
    }
    if case .end(let verdict)? = actions.first { course.verdict = verdict }
    #expect(course.verdict == comparison.verdict)
    return course
  }

  @Test func `One that gives the same is enough`() {
    let course = compare(["a", "b", "b"])

    #expect(course.verdict == .agreed(with: 1))
    #expect(course.asked == [1])
  }

  @Test func `A third that sides with the first tells that the second lies`() {
    let course = compare(["b", "a"])

    #expect(course.verdict == .otherLies(1, witness: 2))
    #expect(course.verdict?.liars(first: 0) == [1])
  }

  @Test func `A third that sides with the second tells that the first lied`() {
    let course = compare(["b", "b", "a"])

    #expect(course.verdict == .firstLies(majority: [1, 2]))
    #expect(course.verdict?.liars(first: 0) == [0])
    #expect(course.asked == [1, 2])
  }

  @Test func `Three opinions are a dispute in which nobody is blamed`() {
    let course = compare(["b", "c", "a"])

    #expect(course.verdict == .disputed([0: "a", 1: "b", 2: "c"]))
    #expect(course.verdict?.liars(first: 0).isEmpty == true)
    #expect(course.asked == [1, 2])
  }

  @Test func `Two opinions without a third are a dispute`() {
    #expect(compare(["b"]).verdict == .disputed([0: "a", 1: "b"]))
  }

  @Test func `Who gives nothing has no opinion, and the next is asked`() {
    let course = compare([nil, "b", nil, "a"])

    #expect(course.verdict == .otherLies(2, witness: 4))
    #expect(course.asked == [1, 2, 3, 4])
  }

  @Test func `Where nobody gives anything it stays unconfirmed`() {
    #expect(compare([nil, nil]).verdict == .unconfirmed)
    #expect(compare([]).verdict == .unconfirmed)
  }

  @Test func `Who shares the fate of the first is not asked`() {
    let course = compare(["a", "a"], groups: ["cdn", "cdn", "cdn"])

    #expect(course.verdict == .unconfirmed)
    #expect(course.asked.isEmpty)
  }

  @Test func `The third is of a third group where there is one`() {
    #expect(compare(["b", "b", "b"], groups: ["x", "y", "y", "z"]).asked == [1, 3])
  }

  @Test func `Two that share their fate convict nobody`() {
    let course = compare(["b", "b"], groups: ["x", "y", "y"])

    #expect(course.verdict == .disputed([0: "a", 1: "b", 2: "b"]))
    #expect(course.verdict?.liars(first: 0).isEmpty == true)
  }

  @Test func `They are asked in the order that is given`() {
    #expect(compare(["b", "c", "a"], order: [3, 2, 1]).asked == [3])
    #expect(compare(["b", "c", "d"], order: [3, 1]).asked == [3, 1])
  }

  @Test func `What nobody asked for is not heard`() {
    var comparison = TestComparison(groups: ["0", "1", "2"], order: [1, 2], first: 0, digest: "a")
    #expect(comparison.handle(.begin) == [.ask(1)])

    #expect(comparison.handle(.answered(2, "a")).isEmpty)
    #expect(comparison.handle(.failed(2)).isEmpty)
    #expect(comparison.opinions == [0: "a"])
    #expect(comparison.handle(.answered(1, "a")) == [.end(.agreed(with: 1))])
    #expect(comparison.handle(.answered(1, "b")).isEmpty)
  }

  /// Every way in which one to four others can answer, in every way of sharing up to three fates.
  private static let worlds: [(others: [String?], groups: [String])] = (1...4).flatMap { count in
    combinations(of: ["a", "b", "c", nil], count).flatMap { others in
      combinations(of: ["x", "y", "z"], count + 1).map { (others, $0) }
    }
  }

  private static func combinations<Value>(of values: [Value], _ count: Int) -> [[Value]] {
    (0..<count).reduce([[]]) { all, _ in all.flatMap { some in values.map { some + [$0] } } }
  }

  @Test func `Whatever they say, each is asked once, and nobody who shares the fate of the first`() {
    for (others, groups) in Self.worlds {
      let asked = compare(others, groups: groups).asked
      #expect(Set(asked).count == asked.count)
      #expect(asked.allSatisfy { groups[$0] != groups[0] })
    }
  }

  @Test func `Whatever they say, nobody is blamed but by two of different fates`() {
    for (others, groups) in Self.worlds {
      let said = ["a"] + others
      switch compare(others, groups: groups).verdict {
      case .agreed(let witness): #expect(said[witness] == "a")
      case .otherLies(let liar, let witness):
        #expect(said[liar] != "a" && said[liar] != nil)
        #expect(said[witness] == "a" && groups[witness] != groups[0])
      case .firstLies(let majority):
        let opinions = Set(majority.map { said[$0] })
        #expect(opinions.count == 1 && opinions != ["a"])
        #expect(Set(majority.map { groups[$0] }).count > 1)
      case .disputed(let opinions):
        #expect(opinions.allSatisfy { said[$0.key] == $0.value })
        #expect(opinions.count > 1 && !opinions.contains { $0.key != 0 && $0.value == "a" })
      case .unconfirmed: #expect(others.indices.allSatisfy { others[$0] == nil || groups[$0 + 1] == groups[0] })
      case nil: Issue.record("no verdict: \(said), \(groups)")
      }
    }
  }
}
