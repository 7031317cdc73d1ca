/// What a reader of a web page sees of its markup.
public enum PlainText {
  /// `Foo <b>Bar</b> &amp; Baz` → `Foo Bar & Baz`; up to where a limit is met, if one is.
  public static func of(html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return html }
    // Texts outside of an element are none to the reader.
    guard var reader = try? MarkupReader(Array("<p>\(html)".utf8)) else { return "" }
    var text = ""
    while let event = try? reader.next() {
      if case .text(let piece) = event { text += piece }
    }
    return text
  }
}
