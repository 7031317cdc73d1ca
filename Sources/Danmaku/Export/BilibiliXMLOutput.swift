/// Writes comments as Bilibili's XML with its nine fields, which nearly every tool reads.
///
///     <d p="12.900,1,25,16777215,1307940958,0,d263bd64,30725023,5">感动</d>
///
/// What is not known is 0, an unknown sender is empty, and an unknown weight is left out with its comma, since
/// readers take a missing one for "keep". A life has no place there. `BilibiliXML` reads the same comments back.
public struct BilibiliXMLOutput: DanmakuOutput {
  /// An output without options.
  public init() {}

  /// It holds every comment.
  public func holds(_ comments: Comments, at position: Int) -> Bool { true }

  /// The declaration and the list's begin, with what readers look for in them.
  public func appendHead(count: Int, to bytes: inout [UInt8]) {
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<i>\n<maxlimit>")
    bytes.append(decimal: count)
    bytes.append("</maxlimit>\n<state>0</state>\n<source>yozakura</source>\n")
  }

  /// One element on a line of its own.
  public func append(_ comments: Comments, at position: Int, repeats: Int, isFirst: Bool, to bytes: inout [UInt8]) {
    bytes.append("<d p=\"")
    appendParameters(comments, position, to: &bytes)
    bytes.append("\">")
    let isCode = !comments.mode(at: position).isText
    bytes.append(markup: comments.bytes(at: position), isCode: isCode)
    bytes.append(repeats: repeats)
    bytes.append("</d>\n")
  }

  /// The list's end.
  public func appendTail(to bytes: inout [UInt8]) { bytes.append("</i>\n") }

  private func appendParameters(_ comments: Comments, _ position: Int, to bytes: inout [UInt8]) {
    let comma = UInt8(ascii: ",")
    bytes.append(seconds: comments.time(at: position))
    bytes.append(comma)
    bytes.append(decimal: comments.mode(at: position).rawValue)
    bytes.append(comma)
    bytes.append(decimal: comments.size(at: position))
    bytes.append(comma)
    bytes.append(decimal: comments.color(at: position).rgb)
    bytes.append(comma)
    bytes.append(decimal: comments.sent(at: position) ?? 0)
    bytes.append(comma)
    bytes.append(decimal: comments.pool(at: position))
    bytes.append(comma)
    comments.sender(at: position)?.appendName(to: &bytes)
    bytes.append(comma)
    bytes.append(decimal: comments.id(at: position) ?? 0)
    guard let weight = comments.weight(at: position) else { return }
    bytes.append(comma)
    bytes.append(decimal: weight)
  }
}

extension [UInt8] {
  /// Appends `milliseconds` as seconds with three decimals.
  mutating func append(seconds milliseconds: Int) {
    append(decimal: milliseconds / 1000)
    let rest = milliseconds % 1000
    append(UInt8(ascii: "."))
    for unit in [100, 10, 1] { append(UInt8(ascii: "0") + UInt8(rest / unit % 10)) }
  }

  /// Appends `text`, UTF-8, as the content of an element of Bilibili's.
  ///
  /// A line break is `/n` there, except in code. Where a text holds these two letters, an invisible word
  /// joiner keeps them apart, which readers of ours drop again. XML has no controls: a blank stands for one.
  fileprivate mutating func append(markup text: ArraySlice<UInt8>, isCode: Bool) {
    var start = text.startIndex
    var previous: UInt8 = 0
    for index in text.indices {
      defer { previous = text[index] }
      guard let replacement = Self.replacement(for: text[index], after: previous, isCode: isCode) else { continue }
      append(contentsOf: text[start..<index])
      append(replacement)
      start = index + 1
    }
    append(contentsOf: text[start...])
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
