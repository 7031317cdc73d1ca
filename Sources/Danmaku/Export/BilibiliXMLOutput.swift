/// Writes comments as Bilibili's XML with its nine fields, which nearly every tool reads.
///
///     <d p="12.900,1,25,16777215,1307940958,0,d263bd64,30725023,5">感动</d>
///
/// What is not known is 0, an unknown sender is empty, and an unknown weight is left out with its comma, since
/// readers take a missing one for "keep". A life has no place there. `BilibiliXML` reads the same comments back.
public struct BilibiliXMLOutput: DanmakuOutput {
  /// An output without options.
  public init() {}

  /// It holds every comment but those that appear before the film: no player of it knows such times.
  public func holds(_ comments: Comments, at position: Int) -> Bool { comments.time(at: position) >= 0 }

  /// The declaration and the list's begin, with what readers look for in them.
  public func appendHead(count: Int, to block: inout ByteBlock) {
    block.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<i>\n<maxlimit>")
    block.append(count)
    block.append("</maxlimit>\n<state>0</state>\n<source>yozakura</source>\n")
  }

  /// One element on a line of its own.
  public func append(_ comments: Comments, at position: Int, repeats: Int, isFirst: Bool, to block: inout ByteBlock) {
    block.append("<d p=\"")
    appendParameters(comments, position, to: &block)
    block.append("\">")
    let isCode = !comments.mode(at: position).isText
    block.append(markup: comments.bytes(at: position), isCode: isCode)
    block.append(repeats: repeats)
    block.append("</d>\n")
  }

  /// The list's end.
  public func appendTail(to block: inout ByteBlock) { block.append("</i>\n") }

  private func appendParameters(_ comments: Comments, _ position: Int, to block: inout ByteBlock) {
    let comma = UInt8(ascii: ",")
    block.append(seconds: comments.time(at: position))
    block.append(comma)
    block.append(Int(comments.mode(at: position).rawValue))
    block.append(comma)
    block.append(comments.size(at: position))
    block.append(comma)
    block.append(Int(comments.color(at: position).rgb))
    block.append(comma)
    block.append(Int(comments.sent(at: position) ?? 0))
    block.append(comma)
    block.append(comments.pool(at: position))
    block.append(comma)
    comments.sender(at: position)?.appendName(to: &block)
    block.append(comma)
    block.append(Int(comments.id(at: position) ?? 0))
    guard let weight = comments.weight(at: position) else { return }
    block.append(comma)
    block.append(weight)
  }
}

extension ByteBlock {
  /// Adds `milliseconds`, which are not before the film, as seconds with three decimals.
  mutating func append(seconds milliseconds: Int) {
    append(milliseconds / 1000)
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(milliseconds % 1000 / 100))
    append(twoDigits: milliseconds % 100)
  }

  /// Adds `text`, UTF-8, as the content of an element of Bilibili's.
  ///
  /// A line break is `/n` there, except in code. Where a text holds these two letters, an invisible word
  /// joiner keeps them apart, which readers of ours drop again. XML has no controls: a blank stands for one.
  fileprivate mutating func append(markup text: ArraySlice<UInt8>, isCode: Bool) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      var previous: UInt8 = 0
      for (index, byte) in text.enumerated() {
        defer { previous = byte }
        guard let replacement = Self.replacement(for: byte, after: previous, isCode: isCode) else { continue }
        append(UnsafeBufferPointer(rebasing: text[start..<index]))
        append(replacement)
        start = index + 1
      }
      append(UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  /// What stands for `byte`; nil for itself.
  private static func replacement(for byte: UInt8, after previous: UInt8, isCode: Bool) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\n"): isCode ? nil : "/n"
    case ..<0x20, 0x7F: " "
    case UInt8(ascii: "n") where previous == UInt8(ascii: "/") && !isCode: "\u{2060}n"
    default: nil
    }
  }
}
