import Danmaku
import Testing

@Suite struct `Merging inputs` {
  static func merged(_ inputs: [Comment]..., offsets: [Int] = []) -> CommentMerge {
    CommentMerge(
      inputs.enumerated().map { (Comments($1), offsets.indices.contains($0) ? offsets[$0] : 0) })
  }

  @Test func `A comment of two inputs counts once`() {
    let merge = Self.merged(
      [Comment(time: 1000, text: "来了"), Comment(time: 5000, text: "夜")],
      [Comment(time: 1010, text: "来了"), Comment(time: 9000, text: "桜")])

    #expect(merge.comments.map(\.text) == ["来了", "夜", "桜"])
    #expect(merge.shares.map(\.given).reduce(0, +) == 3)
    #expect(merge.shares.map(\.shared).reduce(0, +) == 1)
  }

  @Test func `Inputs become one as long as their texts have places of 32 bits`() {
    #expect(CommentMerge.holds(texts: [1 << 31, (1 << 31) - 1]))
    #expect(!CommentMerge.holds(texts: [1 << 31, 1 << 31]))
    #expect(Comments([Comment(time: 0, text: "夜桜"), Comment(time: 1, text: "a")]).textByteCount == 7)
  }

  @Test func `Within one input people may say things twice`() {
    let merge = Self.merged(
      [Comment(time: 1000, text: "草"), Comment(time: 1000, text: "草")], [Comment(time: 1000, text: "草")])

    #expect(merge.comments.count == 2)
  }

  @Test func `Three who laugh at once in both inputs stay three`() {
    let three = (0..<3).map { Comment(time: 1000 + $0, text: "哈哈") }

    #expect(Self.merged(three, three, three).comments.count == 3)
  }

  @Test func `Equal ids within one input are one`() {
    let merge = Self.merged([Comment(time: 0, text: "a", id: 7), Comment(time: 9000, text: "a", id: 7)])

    #expect(merge.comments.count == 1)
    #expect(merge.shares.first?.duplicates == 1)
  }

  @Test func `Equal ids of different texts are those of different sites`() {
    #expect(Self.merged([Comment(time: 0, text: "a", id: 7)], [Comment(time: 0, text: "b", id: 7)]).comments.count == 2)
  }

  @Test func `The same id says the same at any time`() {
    #expect(
      Self.merged([Comment(time: 0, text: "a", id: 7)], [Comment(time: 90_000, text: "a", id: 7)]).comments.count == 1)
  }

  @Test func `A sender is the same within ten seconds, anybody within one`() {
    let who = sender(5)
    func count(_ sender: Comment.Sender?, after milliseconds: Int) -> Int {
      Self.merged(
        [Comment(time: 0, text: "a", sender: sender)], [Comment(time: milliseconds, text: "a", sender: sender)]
      ).comments.count
    }

    #expect(count(who, after: 10_000) == 1)
    #expect(count(who, after: 10_001) == 2)
    #expect(count(nil, after: 1000) == 1)
    #expect(count(nil, after: 1001) == 2)
  }

  @Test func `Another mode says something else`() {
    #expect(
      Self.merged([Comment(time: 0, text: "a")], [Comment(time: 0, mode: .top, text: "a")]).comments.count == 2)
  }

  @Test func `Width and case do not make two of one`() {
    #expect(Self.merged([Comment(time: 0, text: "ＯＫ！")], [Comment(time: 0, text: "ok!")]).comments.count == 1)
  }

  @Test func `The one that tells the most stays`() {
    let poor = Comment(time: 1000, text: "a")
    let rich = Comment(time: 1005, size: 36, text: "a", id: 7, sent: 1, weight: 5)

    #expect(Array(Self.merged([poor], [rich]).comments) == [rich])
    #expect(Array(Self.merged([rich], [poor]).comments) == [rich])
  }

  @Test func `Each input is moved first`() {
    let merge = Self.merged(
      [Comment(time: 90_000, text: "a")], [Comment(time: 0, text: "a")], offsets: [0, 90_000])

    #expect(merge.comments.map(\.time) == [90_000])
  }

  @Test func `What would be gone before the film is left out and counted, and what is still shown stays`() {
    let comments = [
      Comment(time: 500, text: "a"), Comment(time: 501, text: "b"), Comment(time: 500, text: "c", life: 13_000),
      Comment(time: 13_000, text: "d"),
    ]
    let merge = Self.merged(comments, offsets: [-12_500])

    #expect(merge.comments.map(\.text) == ["c", "b", "d"])
    #expect(merge.comments.map(\.time) == [-12_000, -11_999, 500])
    #expect(merge.shares.first?.early == 1)
  }

  @Test(arguments: [
    #"<i><d p="5,7,25,1,0">[0,0,"1-1",60,"x"]</d></i>"#, #"[{"c":"5,1,7,25","m":"{\"n\":\"x\",\"l\":60}"}]"#,
  ])
  func `A positioned comment that is moved before the film stays for as long as its code says`(_ file: String) throws {
    let comments = try DanmakuFile(reading: Array(file.utf8)).comments

    #expect(CommentMerge([(comments, -30_000)]).comments.map(\.time) == [-25_000])
    #expect(CommentMerge([(comments, -65_000)]).comments.isEmpty)
  }

  @Test func `For what knows no time before the film all that appears there is left out`() {
    let comments = Comments([Comment(time: 500, text: "a"), Comment(time: 1000, text: "b")])
    let merge = CommentMerge([(comments, -1000)], life: { _, _ in 0 })

    #expect(merge.comments.map(\.time) == [0])
    #expect(merge.shares.first?.early == 1)
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func `The order of inputs does not matter`(_ seed: UInt64) {
    let inputs = Self.overlapping(seed: seed)
    let forward = CommentMerge(inputs)
    let backward = CommentMerge(inputs.reversed())

    #expect(Array(forward.comments) == Array(backward.comments))
    #expect(forward.comments.count == forward.shares.reduce(0) { $0 + $1.given })
    #expect(forward.comments.count >= inputs.map(\.comments.count).max() ?? 0)
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func `Merging an input with itself gives it`(_ seed: UInt64) {
    let comments = Comments(anyComments(seed: seed, count: 200).map(Self.withoutID))

    #expect(Array(CommentMerge([(comments, 0), (comments, 0), (comments, 0)]).comments) == Array(comments))
  }

  @Test func `A hundred thousand who say one thing at once take no longer than others`() {
    let laughs = Comments((0..<100_000).map { Comment(time: $0 % 50, text: "哈哈") })
    let duration = ContinuousClock().measure {
      #expect(CommentMerge([(laughs, 0), (laughs, 0)]).comments.count == 100_000)
    }

    // Looking back at each of them would take hours.
    #expect(duration < .seconds(60))
  }

  private static func withoutID(_ comment: Comment) -> Comment {
    var comment = comment
    comment.id = nil
    return comment
  }

  /// Three inputs that share texts, senders and ids, at times close to each other.
  private static func overlapping(seed: UInt64) -> [(comments: Comments, offset: Int)] {
    var random = SplitMix(state: seed)
    let senders = [nil, sender(1), sender(2)]
    return (0..<3).map { _ in
      let comments = (0..<60).map { _ in
        Comment(
          time: Int.random(in: 0..<6000, using: &random), text: ["草", "哈哈", "夜"].randomElement(using: &random) ?? "",
          id: Bool.random(using: &random) ? Int64.random(in: 1...1000, using: &random) : nil,
          sender: senders.randomElement(using: &random) ?? nil)
      }
      // Ids are told apart, so that no input has one twice.
      var seen: Set<Int64> = []
      return (Comments(comments.filter { $0.id.map { seen.insert($0).inserted } ?? true }), 0)
    }
  }
}
