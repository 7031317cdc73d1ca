import Markup
import Testing

@Suite struct `The limits of markup` {
  private func limit(_ markup: String, _ limits: MarkupLimits = MarkupLimits()) -> MarkupError? {
    do throws(MarkupError) {
      _ = try pieces(markup, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func `Are told with the place`() {
    let deep = "<x>\n" + String(repeating: "<a>", count: 200)

    #expect(limit(deep) == .beyond(.depth, MarkupPlace(offset: 4 + 3 * 127, line: 2)))
  }

  @Test func `Bound attributes, namespaces, texts, values and names`() {
    let many = (0..<300).map { "a\($0)=''" }.joined(separator: " ")
    let namespaces = (0..<100).map { "xmlns:n\($0)='u'" }.joined(separator: " ")
    let long = String(repeating: "x", count: 100)
    let short = MarkupLimits(length: 99, name: 99)

    #expect(limit("<a \(many)/>") == .beyond(.attributes, MarkupPlace(offset: 0, line: 1)))
    #expect(limit("<a \(namespaces)/>") == .beyond(.namespaces, MarkupPlace(offset: 0, line: 1)))
    #expect(limit("<a>\(long)</a>", short) == .beyond(.length, MarkupPlace(offset: 3, line: 1)))
    #expect(limit("<a b='\(long)'/>", short) == .beyond(.length, MarkupPlace(offset: 0, line: 1)))
    #expect(limit("<\(long)/>", short) == .beyond(.length, MarkupPlace(offset: 0, line: 1)))
    #expect(limit("<a/>", MarkupLimits(bytes: 3)) == .tooLarge(bytes: 4, limit: 3))
  }

  @Test func `Bound a text of many pieces`() throws {
    let text = String(repeating: "<![CDATA[xxxxxxxxxx]]>", count: 11)
    var reader = try MarkupReader(Array("<a>\(text)</a>".utf8), limits: MarkupLimits(length: 100))
    _ = try reader.next()

    #expect(throws: MarkupError.self) { try reader.text() }
  }

  @Test func `Are no concern of what is skipped`() throws {
    let long = String(repeating: "x", count: 1000)
    var reader = try MarkupReader(
      Array("<a b='1'><c d='\(long)'>\(long)</c></a>".utf8), limits: MarkupLimits(length: 99))
    _ = try reader.next()
    try reader.skip()

    #expect(try reader.next() == nil)
  }
}
