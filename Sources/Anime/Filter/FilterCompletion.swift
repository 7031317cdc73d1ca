/// What can stand where the cursor is in a filter, and which characters it replaces.
///
///     status:wa|     →  replaces "wa" by "watching"
///     tag:cute,s|    →  replaces "s" by "\"slice of life\""
public struct FilterCompletion: Hashable, Sendable {
  /// The characters that a candidate replaces, from the beginning of the word to the cursor.
  public var range: Range<Int>
  /// What can stand there, the likeliest first; empty where nothing is known to fit.
  public var candidates: [String]

  /// What fits at `cursor`, a number of characters of `text`.
  public init(_ text: String, cursor: Int, in vocabulary: FilterVocabulary) {
    let cursor = min(max(cursor, 0), text.count)
    let place = Self.place(in: String(text.prefix(min(cursor, Filter.maximumLength))))
    range = place.start..<max(cursor, place.start)
    let typed = String(Array(text)[range]).lowercased()
    let all = place.field.map(vocabulary.values) ?? Self.words(vocabulary)
    candidates = all.filter { candidate in
      let candidate = candidate.lowercased()
      return candidate.hasPrefix(typed) || candidate.hasPrefix("\"\(typed)")
    }
  }

  /// `text` with `candidate` put in, and where the cursor is then.
  public func putting(_ candidate: String, into text: String) -> (text: String, cursor: Int) {
    let characters = Array(text)
    let whole = String(characters[..<range.lowerBound]) + candidate + String(characters[range.upperBound...])
    return (whole, range.lowerBound + candidate.count)
  }

  /// What can stand where a term begins.
  private static func words(_ vocabulary: FilterVocabulary) -> [String] {
    FilterField.allCases.map { "\($0.rawValue):" } + FilterMark.allCases.map(\.rawValue)
      + vocabulary.saved.map { "@\($0)" } + FilterReader.keywords.keys.sorted()
  }

  /// Where the word at the end of `text` begins, and whose value it is.
  private static func place(in text: String) -> (start: Int, field: FilterField?) {
    var reader = FilterReader(text)
    var place: (start: Int, field: FilterField?) = (reader.text.count, nil)
    while let (piece, range) = try? reader.next(), piece != .end {
      place = (range.upperBound < reader.text.count || piece.isClosed ? reader.text.count : range.lowerBound, nil)
      guard case .field(let field) = piece else { continue }
      reader.takeComparison()
      place = reader.lastValue(of: field)
    }
    return place
  }
}

extension FilterReader.Piece {
  /// Whether nothing can be added to it.
  fileprivate var isClosed: Bool {
    switch self {
    case .open, .close, .quoted: true
    default: false
    }
  }
}

extension FilterReader {
  /// Passes over the signs of a comparison.
  fileprivate mutating func takeComparison() {
    skipSpaces()
    for sign in ["!", "<", ">", ":", "="] { _ = take(sign) }
  }

  /// Passes over values; where the last one begins that ends with the text, and that it is one of `field`.
  fileprivate mutating func lastValue(of field: FilterField) -> (start: Int, field: FilterField?) {
    while true {
      skipSpaces()
      let start = position
      guard let value = try? value() else { return (start, field) }
      guard value.range.upperBound < text.count else { return (start, field) }
      skipCommaSpace()
      guard take(",") else { return (text.count, nil) }
    }
  }
}
