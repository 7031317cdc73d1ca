/// What was typed into a search field, folded.
struct SearchQuery {
  /// The words, all of which must occur in a show's titles.
  let words: [[UInt8]]
  /// The whole query without its spaces; titles that equal it or begin with it come first.
  let phrase: [UInt8]
  /// The words as titles in kana are spelled; nil where too few Latin letters were typed.
  let spelled: SpelledQuery?

  init(_ text: String) {
    let typed = text.split(whereSeparator: \.isWhitespace).map(String.init)
    // A sign between words is no word, but a query of signs alone looks for them.
    let folded = typed.map { Folding.fold($0, keepingSigns: false) }
    let isSigns = folded.allSatisfy(\.isEmpty)
    words = (isSigns ? typed.map(Folding.fold) : folded).flatMap { word in
      word.split(separator: UInt8(ascii: " ")).map(Array.init)
    }
    phrase = words.flatMap { $0 }
    spelled = SpelledQuery(words)
  }
}
