import Danmaku
import Testing

/// The rules that `change` makes of those that hide nothing.
func rules(_ change: (inout RuleSet) throws -> Void) rethrows -> RuleSet {
  var rules = RuleSet.none
  try change(&rules)
  return rules
}

/// Why each comment is hidden.
func reasons(_ comments: Comments, _ rules: RuleSet) -> [HiddenReason?] {
  let ruling = rules.ruling(of: comments)
  return comments.indices.map { ruling.reason(at: $0) }
}

@Suite struct `Sets of rules` {
  @Test func `None of them hides anything`() {
    let comments = randomComments(seed: 1)
    let ruling = RuleSet.none.ruling(of: comments)

    #expect(comments.indices.allSatisfy { ruling.reason(at: $0) == nil && ruling.count(at: $0) == 1 })
  }

  @Test func `Of two comments with one id and one text the later is hidden`() {
    let comments = Comments([
      Comment(time: 0, text: "a", id: 7), Comment(time: 1, text: "a", id: 7), Comment(time: 2, text: "a"),
      Comment(time: 3, text: "a"), Comment(time: 4, text: "a", id: 8),
    ])

    #expect(reasons(comments, rules { $0.hidesDuplicates = true }) == [nil, .duplicate, nil, nil, nil])
  }

  @Test func `One id of several texts is several comments, each of them once`() {
    let comments = Comments("abbaca".enumerated().map { Comment(time: $0, text: "\($1)", id: 7) })

    #expect(
      reasons(comments, rules { $0.hidesDuplicates = true }) == [nil, nil, .duplicate, .duplicate, nil, .duplicate])
  }

  @Test func `Threads that count for themselves hide nothing of each other`() throws {
    let chats = (1...2).map { "<chat thread=\"\($0)\" no=\"1\" vpos=\"\($0)00\">同じ</chat>" }.joined()
    let comments = try DanmakuFile(reading: Array("<packet>\(chats)</packet>".utf8)).comments

    #expect(reasons(comments, rules { $0.hidesDuplicates = true }) == [nil, nil])
  }

  @Test(arguments: [
    ("剧透", "这是剧透吧", true), ("剧透", "这是剧 透吧", false), ("abc", "xxＡＢＣ", true), ("ＡｂＣ", "xabcx", true),
    ("ガンダム", "ｶﾞﾝﾀﾞﾑだ", true), ("ｶﾞ", "ガンダム", true), ("カ", "ガンダム", true), ("É", "café", true),
    ("Ｓ", "ſ", false), ("前方高能", "前方高", false), ("！", "wow!", true),
  ])
  func `A blocked text is found whatever its case and width`(blocked: String, text: String, hidden: Bool) {
    let comments = Comments([Comment(time: 0, text: text)])

    #expect(reasons(comments, rules { $0.texts = [blocked] }) == [hidden ? .text : nil])
  }

  @Test(arguments: [
    ("simhei", false), ("hello", true), ("0.5", false), ("hello\nworld", true),
  ])
  func `Of a positioned comment its words are looked at and not its code`(blocked: String, isHidden: Bool) throws {
    let code = #"[0.5,0.5,"1-1",4,"hello/nworld",0,0,0,0,0,0,true,"SimHei"]"#
    let comments = Comments([Comment(time: 0, mode: .positioned, text: code)])
    let pattern = try TextPattern(blocked)

    #expect(reasons(comments, rules { $0.texts = [blocked] }) == [isHidden ? .text : nil])
    #expect(reasons(comments, rules { $0.patterns = [pattern] }) == [isHidden ? .pattern : nil])
  }

  @Test func `The begin of a positioned comment is that of its words`() throws {
    let comments = Comments([Comment(time: 0, mode: .positioned, text: #"[0,0,"1-1",4,"hello"]"#)])
    let pattern = try TextPattern("^hello$")

    #expect(reasons(comments, rules { $0.patterns = [pattern] }) == [.pattern])
  }

  @Test func `The first of several blocked texts is the one that is named`() {
    let comments = Comments([Comment(time: 0, text: "she sells sea shells"), Comment(time: 1, text: "shell")])
    let ruling = rules { $0.texts = ["x", "shells", "sea", "he", "shell"] }.ruling(of: comments)

    #expect(ruling.rule(at: 0) == 1)
    #expect(ruling.rule(at: 1) == 3)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Many texts are found as one by one`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    func word(_ lengths: ClosedRange<Int>) -> String {
      String((0..<Int.random(in: lengths, using: &random)).map { _ in "ab夜桜".randomElement(using: &random) ?? "a" })
    }
    let texts = (0..<Int.random(in: 1...12, using: &random)).map { _ in word(1...4) }
    let comments = Comments((0..<60).map { Comment(time: $0, text: word(1...12)) })
    let ruling = rules { $0.texts = texts }.ruling(of: comments)

    for position in comments.indices {
      let text = Array(comments.text(at: position).utf8)
      let expected = texts.firstIndex { blocked in
        let blocked = Array(blocked.utf8)
        return text.indices.contains { text[$0...].starts(with: blocked) }
      }
      #expect(ruling.rule(at: position) == expected)
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `A long list of texts that begin alike is searched to its last letter`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    func letters(_ count: Int) -> String { String((0..<count).map { _ in Bool.random(using: &random) ? "a" : "b" }) }
    let texts = (0..<1000).map { _ in letters(Int.random(in: 16...40, using: &random)) }
    let comments = Comments(
      (0..<300).map { time in
        let (one, other) = (texts[time], texts[time + 300])
        return Comment(time: time, text: one.dropLast(time % 3) + other.dropFirst(time % 2) + letters(5))
      })
    let ruling = rules { $0.texts = texts }.ruling(of: comments)

    for position in comments.indices {
      let text = comments.text(at: position)
      #expect(ruling.rule(at: position) == texts.firstIndex { text.contains($0) })
    }
  }

  @Test func `An empty blocked text hides nothing`() {
    #expect(reasons(Comments([Comment(time: 0, text: "a")]), rules { $0.texts = [""] }) == [nil])
  }

  @Test func `A blocked sender is not heard`() throws {
    let comments = try BilibiliXML.read(
      Array(#"<i><d p="1,1,25,1,1,0,abc,1">a</d><d p="2,1,25,1,1,0,abd,2">b</d><d p="3,1">c</d></i>"#.utf8)
    ).comments
    let blocked = try #require(comments.sender(at: 0))

    #expect(reasons(comments, rules { $0.users = [blocked] }) == [.user, nil, nil])
  }

  @Test func `Blocking the top leaves the bottom`() {
    let comments = Comments(Comment.Mode.text.map { Comment(time: 0, mode: $0, text: "\($0)") })
    let ruling = rules { $0.modes = [.top] }.ruling(of: comments)

    for position in comments.indices {
      #expect(ruling.reason(at: position) == (comments.mode(at: position) == .top ? .mode : nil))
    }
  }

  @Test func `Colours are blocked one by one, or all but some`() {
    let comments = Comments([Comment(time: 0, text: "a"), Comment(time: 1, color: CommentColor(0xFF), text: "b")])

    #expect(reasons(comments, rules { $0.colors = .allBut([CommentColor(0xFF)]) }) == [nil, .color])
    #expect(reasons(comments, rules { $0.colors = .only([.white]) }) == [nil, .color])
    #expect(reasons(comments, rules { $0.colors = .only([]) }) == [.color, .color])
  }

  @Test func `A comment without a weight is kept`() {
    let comments = Comments([
      Comment(time: 0, text: "a", weight: 2), Comment(time: 1, text: "b", weight: 3), Comment(time: 2, text: "c"),
    ])

    #expect(reasons(comments, rules { $0.minimumWeight = 3 }) == [.weight, nil, nil])
  }

  @Test func `The first rule that holds is the reason`() {
    let comments = Comments([
      Comment(time: 0, text: "a bad one", id: 1), Comment(time: 1, text: "a bad one", id: 1),
      Comment(time: 2, mode: .top, color: CommentColor(1), text: "bad", weight: 1),
      Comment(time: 3, mode: .top, color: CommentColor(1), text: "good", weight: 1),
      Comment(time: 4, color: CommentColor(1), text: "fine", weight: 1), Comment(time: 5, text: "dull", weight: 1),
    ])
    let set = rules {
      $0.hidesDuplicates = true
      $0.texts = ["bad"]
      $0.modes = [.top]
      $0.colors = .only([.white])
      $0.minimumWeight = 2
    }

    #expect(reasons(comments, set) == [.text, .duplicate, .text, .mode, .color, .weight])
  }

  @Test(arguments: [
    (24, 100, 0, 24), (24, 50, 0, 12), (24, 100, 15, 20), (24, 50, 15, 12), (24, 75, 50, 12), (7, 10, 0, 1),
    (3, 5, 0, 1),
    (3, 0, 0, 0), (10, 100, 100, 0), (0, 100, 0, 0), (10, 300, -4, 10),
  ])
  func `Display area and subtitles leave the rest of the stage`(rows: Int, area: Int, safe: Int, lanes: Int) {
    let set = rules {
      $0.area = area
      $0.subtitleSafe = safe
    }
    let lane = LaneRules(columns: 80, rows: rows, rules: set)

    #expect(lane.lanes == lanes)
    #expect(lane.spareLanes == rows - lanes)
  }
}
