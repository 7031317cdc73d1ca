import TestSupport
import Testing

@testable import HTTP

/// What the sentence in `body` is.
private func sentence(_ body: String, _ type: String = "") -> String? {
  ServiceSentence.find(in: Array(body.utf8), contentType: type)
}

@Suite struct `A service's sentence` {
  @Test func `is the first message of a JSON body, however deep`() {
    #expect(
      sentence(#"{"data": null, "errors": [{"status": 403, "message": "The API is down."}]}"#) == "The API is down.")
  }

  @Test func `is no value that only reads message, and no message that is no text`() {
    #expect(sentence(#"{"kind": "message", "message": null, "errors": [{"message" : "Down"}]}"#) == "Down")
  }

  @Test(arguments: [
    (#"say \"hi\""#, #"say "hi""#), (#"a\/b\\c"#, #"a/b\c"#), (#"\u7ef4\u62a4\u4e2d"#, "维护中"),
    (#"\uD83C\uDF38 later"#, "🌸 later"), (#"one\ntwo\tthree"#, "one two three"),
    (#"lone \uD83C half"#, "lone \u{FFFD} half"),
    (#"bad \u12 end"#, "bad \u{FFFD}12 end"),
  ])
  func `is unescaped as JSON asks for`(_ escaped: String, _ plain: String) {
    #expect(sentence(#"{"message": "\#(escaped)"}"#, "application/problem+json") == plain)
  }

  @Test func `is none where a JSON body has no whole message`() {
    #expect(sentence(#"{"error": "no"}"#) == nil)
    #expect(sentence(#"{"message": "cut o"#) == nil)
  }

  @Test func `is the first line of plain text that holds anything`() {
    #expect(
      sentence("\r\n  \u{1B}\n  Down for maintenance.  \nSince Monday.", "text/plain; charset=utf-8")
        == "Down for maintenance.")
  }

  @Test(arguments: [
    "<html><title>Down</title>", "<!DOCTYPE html><TITLE>Down</TITLE>", "<title\n data-x=\"a\">\n Down </title >",
    "\n<titles>no</titles><title>Down</title>",
  ])
  func `is the title of a page, however it is tagged`(_ page: String) {
    #expect(sentence(page) == "Down")
  }

  @Test func `is the title with its references resolved, once`() {
    #expect(
      sentence("<title>a &amp;lt; b &lt;&gt;&quot;&apos; &#8211; &#x1F338; &unknown; &</title>")
        == "a &lt; b <>\"' – 🌸 &unknown; &")
  }

  @Test func `is none where a page has no whole title, or a body is no text`() {
    #expect(sentence("<html><title>cut o") == nil)
    #expect(sentence("<html><body>Down</body>") == nil)
    #expect(sentence("\u{1}PNG", "image/png") == nil)
  }
}

@Suite struct `A hostile sentence` {
  @Test func `can neither move the cursor nor turn the line around`() {
    #expect(sentence("\u{1B}[2Jred\u{7} \u{202E}txet\u{2066} \u{200B}\u{FEFF}end\u{E000}") == "[2Jred txet end")
    #expect(sentence(#"{"message": "a\u001b[31mb\u202ec\u0000d"}"#) == "a[31mbcd")
    #expect(sentence("<title>&#27;[2J&#x202E;&#0;a&#xD800;&#x110000;b</title>") == "[2Ja\u{FFFD}\u{FFFD}b")
  }

  @Test func `has two hundred characters at most, and no tower of accents`() {
    #expect(sentence(String(repeating: "夜", count: 5000)) == String(repeating: "夜", count: 200))
    #expect(sentence("e" + String(repeating: "\u{301}", count: 5000) + "nd") == "e\u{301}\u{301}nd")
    #expect(sentence(String(repeating: "\u{301}", count: 5000)) == "\u{301}\u{301}")
  }

  @Test func `is read in time, whatever it repeats`() {
    let size = 16 << 10
    for part in ["<title", "&#x1", "\"message\"", "\\u", "[", "<title>&"] {
      let time = processorTime {
        _ = sentence("{" + String(repeating: part, count: size / part.utf8.count))
        _ = sentence("<" + String(repeating: part, count: size / part.utf8.count))
      }
      #expect(time < .seconds(1))
    }
  }

  @Test func `in broken UTF-8 is repaired`() {
    #expect(ServiceSentence.find(in: [0x44, 0xFF, 0x6F, 0xC3], contentType: "text/plain") == "D\u{FFFD}o\u{FFFD}")
  }
}
