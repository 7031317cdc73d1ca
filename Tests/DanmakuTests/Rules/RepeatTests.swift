import Danmaku
import Testing

@Suite struct `Merging repeats` {
  static let merging = rules { $0.mergeWindow = 5000 }

  /// The counts of comments that are shown, 0 for those that are not.
  func counts(_ comments: Comments, _ rules: RuleSet = merging) -> [Int] {
    let ruling = rules.ruling(of: comments)
    return comments.indices.map { ruling.reason(at: $0) == nil ? ruling.count(at: $0) : 0 }
  }

  @Test func `The first is shown and counts those within the window of it`() {
    let comments = Comments([0, 2000, 5000, 5001, 9000].map { Comment(time: $0, text: "夜桜") })

    #expect(counts(comments) == [3, 0, 0, 2, 0])
    #expect(reasons(comments, Self.merging) == [nil, .repeated, .repeated, nil, .repeated])
  }

  @Test(arguments: [
    ("哈哈哈", "哈哈哈哈哈哈", true), ("233", "2333333", true), ("爷青回", "爷青回！！！", true), ("Wow", "ＷＯＷ", true),
    ("……", "…", true), ("来了", "来了~", true), ("www", "wwwwww", true), ("ｶﾞﾝﾀﾞﾑ", "ガンダム", true),
    ("ガガガ", "ガガガガガ", true), ("哈哈", "哈", false), ("1000", "10000", false), ("好吗", "好吗？", false), ("!", "?", false),
    ("桜", "夜桜", false), ("。", "!", false), ("ハ", "バ", false),
  ])
  func `How long somebody laughs or shouts makes no difference`(one: String, other: String, same: Bool) {
    #expect(
      counts(Comments([Comment(time: 0, text: one), Comment(time: 1, text: other)])) == (same ? [2, 0] : [1, 1]))
  }

  @Test func `Comments of two modes are not the same`() {
    let comments = Comments([Comment(time: 0, text: "夜桜"), Comment(time: 1, mode: .top, text: "夜桜")])

    #expect(counts(comments) == [1, 1])
  }

  @Test func `Texts that are written to share their place in a table are told apart as fast as others`() {
    let places = 8192
    func word(_ number: Int) -> [UInt8] { [17_576, 676, 26, 1].map { UInt8(97 + number / $0 % 26) } }
    // Of letters that a text ends with several times two count.
    let words = (0..<456_976).lazy.filter { $0 / 26 % 26 != $0 % 26 }.map(word)
    /// Where a scrolling comment has its place in a table under a hash without a key: FNV-1a and SplitMix64's finaliser.
    func place(_ word: [UInt8]) -> Int {
      var hash = word.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      hash = (hash ^ 1) &* 0x100_0000_01B3
      hash ^= hash >> 32
      hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int(truncatingIfNeeded: hash ^ (hash >> 31)) & (places - 1)
    }
    var all: [[UInt8]] = []
    var chosen: [[UInt8]] = []
    for word in words where chosen.count < 4000 {
      if all.count < 4000 { all.append(word) }
      if place(word) < 80 { chosen.append(word) }
    }
    func time(_ words: [[UInt8]]) -> Duration {
      let comments = Comments(words.map { Comment(time: 0, text: String(decoding: $0, as: UTF8.self)) })
      return ContinuousClock().measure { #expect(counts(comments).allSatisfy { $0 == 1 }) }
    }

    #expect(chosen.count == 4000)
    #expect(time(chosen) < time(all) * 10)
  }

  @Test func `What lanes cannot show is nobody's repeat`() {
    let comments = Comments((0..<2).map { Comment(time: $0, mode: .positioned, text: "[0,0,\"1-1\",3,\"夜\"]") })

    #expect(counts(comments) == [1, 1])
  }

  @Test func `A duplicate is counted nowhere`() {
    let comments = Comments([
      Comment(time: 0, text: "夜", id: 1), Comment(time: 1, text: "夜", id: 1), Comment(time: 2, text: "夜", id: 2),
    ])
    let set = rules {
      $0.hidesDuplicates = true
      $0.mergeWindow = 5000
    }

    #expect(counts(comments, set) == [2, 0, 0])
    #expect(reasons(comments, set) == [nil, .duplicate, .repeated])
  }

  @Test func `Where the first is hidden for what it is, the next stands for them`() {
    let comments = Comments([
      Comment(time: 0, color: CommentColor(1), text: "夜"), Comment(time: 1, text: "夜"), Comment(time: 2, text: "夜"),
    ])
    let set = rules {
      $0.mergeWindow = 5000
      $0.colors = .only([.white])
    }

    #expect(counts(comments, set) == [0, 2, 0])
    #expect(reasons(comments, set) == [.color, nil, .repeated])
  }

  @Test func `Repeats of a blocked text stay hidden`() {
    let comments = Comments([Comment(time: 0, text: "夜"), Comment(time: 1, text: "夜")])
    let set = rules {
      $0.mergeWindow = 5000
      $0.texts = ["夜"]
    }

    #expect(counts(comments, set) == [0, 0])
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `The order in which comments were read does not matter`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let list = (0..<200).map { number in
      Comment(
        time: Int.random(in: 0..<40, using: &random) * 500,
        color: CommentColor(UInt32.random(in: 0..<3, using: &random)),
        text: String(repeating: "夜", count: Int.random(in: 1...3, using: &random)), id: Int64(number / 2))
    }
    let set = rules {
      $0.hidesDuplicates = true
      $0.mergeWindow = 5000
      $0.colors = .allBut([CommentColor(2)])
    }
    #expect(shown(list, set) == shown(list.shuffled(using: &random), set))
  }

  /// The comments that are shown, with how many each stands for.
  func shown(_ list: [Comment], _ set: RuleSet) -> [Comment: Int] {
    let comments = Comments(list)
    let ruling = set.ruling(of: comments)
    return comments.indices.reduce(into: [:]) { shown, position in
      if ruling.reason(at: position) == nil { shown[comments[position], default: 0] += ruling.count(at: position) }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Every comment is shown, or counted where it is hidden`(_ seed: UInt64) {
    let comments = randomComments(seed: seed)

    #expect(counts(comments).reduce(0, +) == comments.count)
  }
}
