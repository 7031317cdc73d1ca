import Markup
import Testing

@Suite struct `Reading markup` {
  @Test func `Gives elements, attributes and texts in their order`() throws {
    let read = try pieces("<?xml version='1.0'?><a b=\"1\" c='2'>x<!-- no --><d/>y</a>")

    #expect(read == ["<a b=1 c=2", "x", "<d", ">d", "y", ">a"])
  }

  @Test(
    arguments: [
      ("<a>&lt;b&gt; &amp;amp; &#x591C;&#26716;&hellip;&nbsp;</a>", "<b> &amp; 夜桜…\u{A0}"),
      ("<a>Fish & Chips &copy &; &unknown; &#xD800;</a>", "Fish & Chips &copy &; &unknown; &#xD800;"),
      ("<a><![CDATA[<b>&amp;]]></a>", "<b>&amp;"),
      ("<a>1 < 2 <3 </ a> <</a>", "1 < 2 <3 </ a> <"),
    ]) func `Keeps what is no reference and no tag as it is`(_ markup: String, _ text: String) throws
  {
    #expect(try pieces(markup).dropFirst().dropLast().joined() == text)
  }

  @Test func `Never expands what a document declares`() throws {
    let bomb = """
      <!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
      <a>&lol2;&file;</a>
      """

    #expect(try pieces(bomb) == ["<a", "&lol2;&file;", ">a"])
  }

  @Test func `Passes over an apostrophe in a remark of a declaration`() throws {
    #expect(try pieces("<!DOCTYPE a [ <!-- it's mine > --> ]><a>x</a>") == ["<a", "x", ">a"])
  }

  @Test(
    arguments: [
      ("<a><b>x</a>", ["<a", "<b", "x", ">b", ">a"]),
      ("<a><b><c></b></c></a>", ["<a", "<b", "<c", ">c", ">b", ">a"]),
      ("<a></b></a></a>", ["<a", ">a"]),
      ("<a><br>x", ["<a", "<br", "x", ">br", ">a"]),
      ("<a b=1 c d = \"e>f\">x</a", ["<a b=1 c= d=e>f", "x", ">a"]),
      ("<a b=\"1><c>x</c></a>", ["<a b=1>", "<c", "x", ">c", ">a"]),
      ("<a <b>x</b></a>", ["<a", "<b", "x", ">b", ">a"]),
    ]) func `Ends every element once, whatever the document forgets`(_ markup: String, _ expected: [String]) throws
  {
    #expect(try pieces(markup) == expected)
  }

  @Test func `Ends an element where the next of its kind begins`() throws {
    let read = try pieces("<l><i><t>1<i>2</i></l>", siblings: ["i"])

    #expect(read == ["<l", "<i", "<t", "1", ">t", ">i", "<i", "2", ">i", ">l"])
  }

  @Test(arguments: ["<a>", "<a>x</a", "<a", "<a><![CDATA[x", "<a></a><!-- ", "<a b='", "<!DOCTYPE a [", "<?xml "])
  func `Tells that a document broke off`(_ markup: String) throws {
    var reader = try MarkupReader(Array(markup.utf8))
    while try reader.next() != nil {}

    #expect(reader.isTorn)
  }

  @Test(arguments: ["", "x", "<a>x</a>", "<a/>\n", "<a></b></a>"])
  func `Tells of a whole document that it did not`(_ markup: String) throws {
    var reader = try MarkupReader(Array(markup.utf8))
    while try reader.next() != nil {}

    #expect(!reader.isTorn)
  }

  @Test func `Reads and skips whole elements`() throws {
    var reader = try MarkupReader(Array("<a><b>1<c>2</c>3</b><d>4<e/></d>5</a>".utf8))
    _ = try reader.next()
    _ = try reader.next()
    let text = try reader.text()
    _ = try reader.next()
    try reader.skip()

    #expect(text == "123")
    #expect(try reader.next() == .text("5"))
  }

  @Test func `Tells the place of what it read last`() throws {
    var reader = try MarkupReader(Array("<a>\n<b>\n</b>".utf8))
    for _ in 0..<3 { _ = try reader.next() }

    #expect(reader.place() == MarkupPlace(offset: 4, line: 2))
  }
}

@Suite struct `Namespaces in markup` {
  private func names(_ markup: String) throws -> [MarkupName] {
    var reader = try MarkupReader(Array(markup.utf8))
    var names: [MarkupName] = []
    while let event = try reader.next() {
      if case .start(let element) = event { names += [element.name] + element.attributes.map(\.name) }
    }
    return names
  }

  @Test func `Hold in the element that declares them`() throws {
    let read = try names("<a xmlns='u' xmlns:p='v'><p:b c='' p:d=''/><e xmlns='w'><f/></e><g/></a>")

    #expect(
      read == [
        MarkupName("a", in: "u"), MarkupName("b", in: "v"), MarkupName("c"), MarkupName("d", in: "v"),
        MarkupName("e", in: "w"), MarkupName("f", in: "w"), MarkupName("g", in: "u"),
      ])
  }

  @Test func `Are the prefix where nobody declared them`() throws {
    #expect(
      try names("<dc:date xml:base=''/>") == [
        MarkupName("date", in: "dc"), MarkupName("base", in: "http://www.w3.org/XML/1998/namespace"),
      ])
  }
}
