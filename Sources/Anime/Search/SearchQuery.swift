/// What was typed into a search field, folded.
struct SearchQuery {
  /// The words, all of which must occur in a show's titles.
  let words: [[UInt8]]
  /// The whole query without its spaces; titles that equal it or begin with it come first.
  let phrase: [UInt8]

  init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).flatMap { word in
      Folding.fold(String(word)).split(separator: UInt8(ascii: " ")).map(Array.init)
    }
    phrase = words.flatMap { $0 }
  }
}
