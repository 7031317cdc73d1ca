import Testing

@testable import Formats

@Suite struct `Addresses in feeds` {
  private static let base = "https://example.org/a/b/index.xml?q=1#f"

  /// The examples of RFC 3986, section 5.4, and those of feeds.
  @Test(
    arguments: [
      ("g", "https://example.org/a/b/g"), ("./g", "https://example.org/a/b/g"), ("g/", "https://example.org/a/b/g/"),
      ("/g", "https://example.org/g"), ("//h/g", "https://h/g"), ("?y", "https://example.org/a/b/index.xml?y"),
      ("#s", "https://example.org/a/b/index.xml?q=1#s"), ("g?y#s", "https://example.org/a/b/g?y#s"),
      (".", "https://example.org/a/b/"), ("..", "https://example.org/a/"), ("../g", "https://example.org/a/g"),
      ("../../../g", "https://example.org/g"), ("g?y/../x", "https://example.org/a/b/g?y/../x"),
      ("HTTP://other.example/x", "http://other.example/x"), ("  /夜 桜\n", "https://example.org/%E5%A4%9C%20%E6%A1%9C"),
      ("magnet:?xt=urn:btih:x", "magnet:?xt=urn:btih:x"),
    ]) func `Are whole and plain, whatever they were relative to`(_ text: String, _ address: String)
  {
    #expect(WebAddress.resolve(text, against: Self.base) == address)
  }

  @Test(arguments: ["", "  ", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b.example"])
  func `Of other schemes are dropped`(_ text: String) {
    #expect(WebAddress.resolve(text, against: Self.base) == nil)
  }

  @Test func `Are dropped where nothing tells what they are relative to`() {
    #expect(WebAddress.resolve("/a", against: nil) == nil)
    #expect(WebAddress.resolve("/a", against: "about:blank") == nil)
    #expect(WebAddress.resolve("b", against: "HTTPS://例え.jp/ü/a.xml")?.utf8.allSatisfy { $0 < 0x80 } == true)
    #expect(WebAddress.resolve("/b", against: "HTTPS://a.example/x") == "https://a.example/b")
  }

  @Test func `Have a length that is bounded`() {
    #expect(WebAddress.resolve("https://a.example/" + String(repeating: "x", count: 5000), against: nil) == nil)
  }

  @Test func `Tell the hash of a torrent in each of its forms`() {
    let hash = "0123456789abcdef0123456789abcdef01234567"

    #expect(InfoHash(in: "magnet:?xt=urn:btih:\(hash.uppercased())&dn=x")?.text == hash)
    #expect(InfoHash(in: "magnet:?dn=x&xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH")?.text == hash)
    #expect(InfoHash(in: "https://a.example/Home/Episode/\(hash)")?.text == hash)
    #expect(InfoHash(in: "https://a.example/Download/20250226/\(hash).torrent?x=1")?.text == hash)
    #expect(InfoHash(in: "https://a.example/view/123") == nil)
    #expect(InfoHash(in: "https://a.example/AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH") == nil)
    #expect(InfoHash(in: "magnet:?dn=nothing") == nil)
  }
}
