/// A release name cut into pieces, what stands in brackets and what stands between them, and these into words.
///
///     [Group]_Mary_Bell_(DVD)_-_01v2.
///      piece 0  1         2      3        words: Group · Mary Bell · DVD · 01v2, which follows a dash
///
/// One pass over the name for the pieces and one over each piece for the words, whatever the name.
struct ReleaseText {
  let scalars: [Unicode.Scalar]
  private(set) var pieces: [Piece] = []
  private(set) var words: [Word] = []
  /// Whether each scalar does nothing but separate two words, and is a space in a title.
  private var isSpace: [Bool]

  /// A run of text between brackets, or what a pair of them holds.
  struct Piece {
    /// Its brackets; nil between brackets.
    let bracket: Bracket?
    /// Where it lies with its brackets.
    let outer: Range<Int>
    /// Its words.
    var words: Range<Int>
    /// Whether its closing bracket is there.
    let isClosed: Bool
  }

  enum Bracket {
    /// `[ ]`, `【 】`, `{ }`.
    case square
    /// `( )`, `（ ）`.
    case round
  }

  struct Word {
    /// Its text in lower case, full-width forms as ASCII.
    let key: String
    let scalars: Range<Int>
    let piece: Int
    /// Whether a dash stands between the word before and this one.
    let followsDash: Bool
    /// Whether nothing stands between: `ED2` is `ED` and an attached `2`.
    let isAttached: Bool
  }

  init(_ name: String) {
    scalars = Array(name.unicodeScalars)
    isSpace = Array(repeating: false, count: scalars.count)
    cutPieces()
    for index in pieces.indices { cutWords(of: index) }
  }

  /// The text from one word to before another, with its brackets and dashes, and spaces for what separates.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return text(from: words[first].scalars.lowerBound, to: words[last].scalars.upperBound)
  }

  /// The text between two places, in the same form.
  func text(from start: Int, to end: Int) -> String {
    var text = String.UnicodeScalarView()
    var wantsSpace = false
    for index in start..<end {
      let scalar = scalars[index]
      if isSpace[index] {
        wantsSpace = !text.isEmpty
        continue
      }
      if wantsSpace { text.append(" ") }
      wantsSpace = false
      text.append(scalar)
    }
    return String(text)
  }

  // MARK: Pieces

  private mutating func cutPieces() {
    var depth = 0
    var start = 0
    var bracket = Bracket.square
    for (index, scalar) in scalars.enumerated() {
      if let opened = scalar.opens {
        // `[[Group]` is a slip; what it opens is closed once.
        if depth == 1, index == start + 1, scalars[start] == scalar { continue }
        if depth == 0 {
          add(nil, start..<index)
          (start, bracket) = (index, opened)
        }
        depth += 1
      } else if scalar.closesBracket, depth > 0 {
        depth -= 1
        if depth == 0 {
          add(bracket, start..<index + 1)
          start = index + 1
        }
      }
    }
    add(depth == 0 ? nil : bracket, start..<scalars.count, isClosed: depth == 0)
  }

  private mutating func add(_ bracket: Bracket?, _ range: Range<Int>, isClosed: Bool = true) {
    guard !range.isEmpty else { return }
    pieces.append(Piece(bracket: bracket, outer: range, words: 0..<0, isClosed: isClosed))
  }

  // MARK: Words

  private mutating func cutWords(of index: Int) {
    let start = words.count
    let piece = pieces[index]
    let separators = ReleaseSeparators(scalars[piece.outer], isBracketed: piece.bracket != nil)
    var wordStart: Int?
    var sawDash = false
    for position in piece.outer {
      if separators.separates(at: position, in: scalars) {
        isSpace[position] = !scalars[position].isReleaseBracket && scalars[position] != ","
        if let begin = wordStart { addWord(begin..<position, piece: index, &sawDash) }
        wordStart = nil
      } else if wordStart == nil {
        wordStart = position
      }
    }
    if let begin = wordStart { addWord(begin..<piece.outer.upperBound, piece: index, &sawDash) }
    pieces[index].words = start..<words.count
  }

  private mutating func addWord(_ range: Range<Int>, piece: Int, _ sawDash: inout Bool) {
    let word = scalars[range]
    guard let last = word.lastIndex(where: { !$0.isDash }) else {
      sawDash = true
      return
    }
    var isAttached = false
    for part in WordCutter(word[...last]).parts {
      words.append(
        Word(
          key: Self.key(scalars[part.range]), scalars: part.range, piece: piece,
          followsDash: sawDash || part.followsDash,
          isAttached: isAttached && !part.followsDash))
      isAttached = true
      sawDash = false
    }
    sawDash = last + 1 < range.upperBound
  }

  private static func key(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var key = String.UnicodeScalarView()
    for scalar in scalars {
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      let lower = (0x41...0x5A).contains(value) ? value | 0x20 : value
      key.append(Unicode.Scalar(lower) ?? scalar)
    }
    return String(key)
  }
}

extension Unicode.Scalar {
  /// Whether it is white space or the underscore that many write for it.
  var isReleaseSpace: Bool { self == " " || self == "_" || value == 0x3000 || value == 0xA0 }

  /// The sort of bracket that it opens.
  fileprivate var opens: ReleaseText.Bracket? {
    switch self {
    case "[", "【", "{", "［", "《", "｛": .square
    case "(", "（": .round
    default: nil
    }
  }

  /// Whether it closes one; which one is not asked, since people mix them.
  fileprivate var closesBracket: Bool { "]】}］》｝)）".unicodeScalars.contains(self) }

  /// Whether it is a bracket of either sort.
  var isReleaseBracket: Bool { opens != nil || closesBracket }

  /// Whether it is a hyphen or one of the dashes that stand for it.
  var isDash: Bool { self == "-" || (0x2010...0x2015).contains(value) || value == 0x2212 }

  /// Whether it is a Chinese character or a kana.
  var isHanOrKana: Bool { isKana || (0x3400...0x9FFF).contains(value) || value == 0x3005 || value == 0x30FC }
}
