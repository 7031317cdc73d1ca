import Danmaku
import Testing

@Suite struct `Block lists of others` {
  func read(_ text: String) -> BlockList { BlockList(reading: Array(text.utf8)) }

  @Test func `Lines are texts, and patterns between slashes`() {
    let list = read("\u{FEFF}剧透\r\n\n  前方高能 \n/^\\d+$/\n/abc/i\n/a/b\n")

    #expect(list.texts == ["剧透", "前方高能", "/a/b"])
    #expect(list.patterns.map(\.source) == ["^\\d+$", "(?i)abc"])
    #expect(list.refused.isEmpty)
  }

  @Test func `Bilibili's JSON tells texts, patterns and users apart`() {
    let list = read(
      #"[{"type":0,"filter":"剧透","opened":true,"id":1},{"type":1,"filter":"^.{3,}$","opened":true},"#
        + #"{"type":2,"filter":"d263bd64","opened":true},{"type":0,"filter":"off","opened":false},"#
        + #"{"type":9,"filter":"what","opened":true},{"type":1,"filter":"a(?=b)","opened":true},"#
        + #"{"type":0,"filter":" ","opened":true}]"#)

    #expect(list.texts == ["剧透"])
    #expect(list.patterns.map(\.source) == ["^.{3,}$"])
    #expect(list.users == Set([Comment.Sender(name: "d263bd64")].compactMap { $0 }))
    #expect(
      list.refused.map(\.reason) == [
        .switchedOff, .unknownKind, .pattern(TextPatternError(reason: .lookAround, position: 1)), .empty,
      ])
    #expect(list.count == 3)
  }

  @Test func `Bilibili's XML does too`() {
    let list = read(
      """
      <filters><item enabled="true">t=A&amp;B</item><item enabled="true">r=\\d{5}</item>
      <item enabled="true">u=abc123</item><item enabled="false">t=off</item><item enabled="true">x=1</item></filters>
      """)

    #expect(list.texts == ["A&B"])
    #expect(list.patterns.map(\.source) == ["\\d{5}"])
    #expect(list.users.count == 1)
    #expect(list.refused.map(\.reason) == [.switchedOff, .unknownKind])
  }

  @Test func `A JSON list of words is a list of texts`() {
    #expect(read(#"["a\"b", "剧透"]"#).texts == [#"a"b"#, "剧透"])
  }

  @Test func `A user of a list is the sender of a file`() throws {
    let comments = try BilibiliXML.read(Array(#"<i><d p="1,1,25,1,1,0,d263bd64,1">a</d></i>"#.utf8)).comments
    let sender = try #require(comments.sender(at: 0))

    #expect(Comment.Sender(name: "d263bd64") == sender)
    #expect(Comment.Sender(name: sender.name) == sender)
    #expect(Comment.Sender(name: "") == nil)
  }

  @Test func `What is known is not added again`() {
    var set = RuleSet.none
    set.texts = ["a"]

    #expect(set.add(read("a\nb\nb\n/c/\n")) == 2)
    #expect(set.texts == ["a", "b"])
    #expect(set.add(read("a\nb\n/c/\n")) == 0)
  }
}
