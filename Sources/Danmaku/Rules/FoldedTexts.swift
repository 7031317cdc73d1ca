/// What comments say, folded once for all rules that compare texts.
struct FoldedTexts {
  private var bytes: [UInt8] = []
  /// Where the text of each comment ends; it begins where the one before ends.
  private var ends: [UInt32] = []

  /// The folded texts of `comments`: those of code are the code itself, or else, `asWords`, what people read of it.
  init(_ comments: Comments, asWords: Bool = false) {
    ends.reserveCapacity(comments.count)
    bytes.reserveCapacity(comments.count * 32)
    comments.withRows { rows, texts in
      for (position, row) in rows.enumerated() {
        if asWords, !row.mode.isText {
          comments.withWords(at: position) { TextFolding.append($0, to: &bytes) }
        } else {
          TextFolding.append(row.text(in: texts), to: &bytes)
        }
        ends.append(UInt32(bytes.count))
      }
    }
  }

  /// Calls `body` with the folded text of the comment at `position`.
  func withText<Result>(at position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = position == 0 ? 0 : Int(ends[position - 1])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<Int(ends[position])])) }
  }

  /// Calls `body` with that part of the text of the comment at `position` which tells repeats from others.
  func withGist<Result>(at position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withText(at: position) { body(UnsafeBufferPointer(rebasing: $0[..<Gist.end(of: $0)])) }
  }

  /// Whether the comments at the two positions say the same.
  func saysTheSame(_ one: Int, _ other: Int) -> Bool {
    withGist(at: one) { one in withGist(at: other) { one.elementsEqual($0) } }
  }
}

/// How much of a text tells whether it repeats another.
///
///     哈哈哈哈 → 哈哈      2333 → 233      爷青回！！！ → 爷青回      ……  → …      第1000 → 第1000
///
/// Blanks and marks at the end go, and a character that ends the rest several times stays twice. In the samples
/// this finds up to twice as many repeats, none of which a reader would keep: how long somebody laughs says
/// nothing. Question marks stay, since with one a text says something else; so do zeros, since they count.
private enum Gist {
  /// Where the gist of `text` ends; it begins where the text does.
  static func end(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let plain = endWithoutMarks(text)
    // A text that is nothing but marks is told by the first of them.
    return plain > 0 ? endOfPair(text, before: plain) : text.dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? text.count
  }

  private static func endWithoutMarks(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = text.count
    while end > 0 {
      let start = scalarStart(text, before: end)
      guard isMark(UnsafeBufferPointer(rebasing: text[start..<end])) else { return end }
      end = start
    }
    return 0
  }

  /// Where the second of the equal scalars that end at `end` ends.
  private static func endOfPair(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    let length = end - characterStart(text, before: end)
    guard text[end - 1] != UInt8(ascii: "0") else { return end }
    var first = end - length
    while first >= length, text[first - length..<first].elementsEqual(text[end - length..<end]) { first -= length }
    return min(end, first + 2 * length)
  }

  private static func scalarStart(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Where the scalar before `end` begins, and the one that it voices with it: `カ゛` is two scalars.
  private static func characterStart(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    let start = scalarStart(text, before: end)
    let isVoicing = start > 0 && text[start..<end].elementsEqual([0xE3, 0x82, text[end - 1]]) && text[end - 1] >= 0x99
    return isVoicing && text[end - 1] <= 0x9A ? scalarStart(text, before: start) : start
  }

  /// Blanks, `. , ! ~`, and `… 、 。 ・`.
  private static func isMark(_ scalar: UnsafeBufferPointer<UInt8>) -> Bool {
    switch (scalar.count, scalar[0]) {
    case (1, ...0x20), (1, UInt8(ascii: ".")), (1, UInt8(ascii: ",")), (1, UInt8(ascii: "!")), (1, UInt8(ascii: "~")):
      true
    case (3, 0xE2): scalar[1] == 0x80 && scalar[2] == 0xA6
    case (3, 0xE3): scalar[1] == 0x80 ? 0x81...0x82 ~= scalar[2] : scalar[1] == 0x83 && scalar[2] == 0xBB
    default: false
    }
  }
}
