import Danmaku
import TestSupport
import Testing

@Suite struct `Block lists of others` {
  func read(_ text: String) throws -> BlockList { try #require(BlockList(reading: Array(text.utf8))) }

  @Test func `Lines are texts, and patterns between slashes`() throws {
    let list = try read("\u{FEFF}剧透\r\n\n  前方高能 \n/^\\d+$/\n/abc/i\n/a/b\n")

    #expect(list.texts == ["剧透", "前方高能", "/a/b"])
    #expect(list.patterns.map(\.source) == ["^\\d+$", "(?i)abc"])
    #expect(list.refused.isEmpty)
  }

  @Test func `Bilibili's JSON tells texts, patterns and users apart`() throws {
    let list = try read(
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

  @Test func `Bilibili's XML does too`() throws {
    let list = try read(
      """
      <filters><item enabled="true">t=A&amp;B</item><item enabled="true">r=\\d{5}</item>
      <item enabled="true">u=abc123</item><item enabled="false">t=off</item><item enabled="true">x=1</item></filters>
      """)

    #expect(list.texts == ["A&B"])
    #expect(list.patterns.map(\.source) == ["\\d{5}"])
    #expect(list.users.count == 1)
    #expect(list.refused.map(\.reason) == [.switchedOff, .unknownKind])
  }

  @Test func `A JSON list of words is a list of texts`() throws {
    #expect(try read(#"["a\"b", "剧透"]"#).texts == [#"a"b"#, "剧透"])
  }

  @Test func `A JSON list of words may be as long as somebody likes`() throws {
    let words = (0..<5000).map { "word \($0)" }

    #expect(try read("[" + words.map { "\"\($0)\"" }.joined(separator: ",") + "]").texts == words)
  }

  @Test func `Lines that begin with a number sign are remarks`() throws {
    #expect(try read("# words\n剧透\n  #more\nC#\n").texts == ["剧透", "C#"])
  }

  @Test(arguments: ["a\0b", "\u{1B}[31m", "a\u{7F}", "a\u{85}b\nc"])
  func `What has control characters is no list`(_ text: String) {
    #expect(BlockList(reading: Array(text.utf8)) == nil)
  }

  @Test func `What is not UTF-8 is no list`() {
    #expect(BlockList(reading: [0xBE, 0xE7, 0xCD, 0xB8, 0x0A]) == nil)
  }

  @Test func `A pattern that would hide everything is not taken`() throws {
    let list = try read("/x*/\n/a|/\n/^$/\n")

    #expect(list.patterns.map(\.source) == ["^$"])
    #expect(list.refused.map(\.entry) == ["/x*/", "/a|/"])
    #expect(list.refused.allSatisfy { $0.reason == .pattern(TextPatternError(reason: .everything, position: 0)) })
  }

  @Test func `A user of a list is the sender of a file`() throws {
    let comments = try BilibiliXML.read(Array(#"<i><d p="1,1,25,1,1,0,d263bd64,1">a</d></i>"#.utf8)).comments
    let sender = try #require(comments.sender(at: 0))

    #expect(Comment.Sender(name: "d263bd64") == sender)
    #expect(Comment.Sender(name: sender.name) == sender)
    #expect(Comment.Sender(name: "") == nil)
  }

  @Test(arguments: ["x", "d263bd64", "AcFun_12", "a-b", "0123456789abcdef"])
  func `A short name of a sender stays what it was`(_ name: String) {
    #expect(Comment.Sender(name: name)?.name == name)
  }

  @Test(arguments: ["夜桜", "a,b", "<a>", "a longer name than fits"])
  func `Any other name becomes a number that means the same sender`(_ name: String) throws {
    let sender = try #require(Comment.Sender(name: name))

    #expect(sender.name.count == 16)
    #expect(Comment.Sender(name: sender.name) == sender)
  }

  @Test func `What is known is not added again`() throws {
    var set = RuleSet.none
    set.texts = ["a"]

    #expect(try set.add(read("a\nb\nb\n/c/\n")) == 2)
    #expect(set.texts == ["a", "b"])
    #expect(try set.add(read("a\nb\n/c/\n")) == 0)
  }

  @Test func `A list of twenty thousand texts is added again in no time`() throws {
    let list = try read((0..<20_000).map { "剧透\($0)\n" }.joined())
    var set = RuleSet.none

    #expect(set.add(list) == 20_000)
    #expect(processorTime { _ = set.add(list) } < .seconds(3))
    #expect(set.texts.count == 20_000)
  }
}
