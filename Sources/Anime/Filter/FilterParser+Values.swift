extension FilterParser {
  /// The question about `field` of which the comparison comes next.
  mutating func condition(_ field: FilterField) throws(FilterError) -> Filter {
    let (comparison, isNegated, range) = comparison()
    guard comparison == .equal || field.isOrdered else { throw FilterError(range, .notComparable(field)) }
    var values: [FilterValue] = []
    repeat {
      guard let typed = try reader.value() else {
        throw FilterError(reader.position..<reader.position, .missingValue(field))
      }
      let value = try value(of: field, typed)
      if !values.contains(value) { values.append(value) }
      reader.skipCommaSpace()
    } while reader.take(",")
    guard comparison == .equal || values.count == 1 && values[0].isOrdered else {
      throw FilterError(range, .notComparable(field))
    }
    let term = Filter.term(.field(field, comparison, values))
    return isNegated ? .not(term) : term
  }

  /// The question whether a show has the id at `site` that comes next, `mal:52991`.
  mutating func condition(site: String) throws(FilterError) -> Filter {
    let (comparison, isNegated, range) = comparison()
    guard comparison == .equal else { throw FilterError(range, .notComparable(.id)) }
    guard let typed = try reader.value() else {
      throw FilterError(reader.position..<reader.position, .missingValue(.id))
    }
    let term = Filter.term(.field(.id, .equal, [.text("\(site):\(typed.text)")]))
    return isNegated ? .not(term) : term
  }

  private mutating func comparison() -> (comparison: FilterComparison, isNegated: Bool, range: Range<Int>) {
    reader.skipSpaces()
    let start = reader.position
    let signs: [(String, FilterComparison, Bool)] = [
      ("!=", .equal, true), ("<=", .atMost, false), (">=", .atLeast, false), ("<", .less, false), (">", .more, false),
      (":", .equal, false), ("=", .equal, false),
    ]
    for (sign, comparison, isNegated) in signs where reader.take(sign) {
      return (comparison, isNegated, start..<reader.position)
    }
    preconditionFailure("the reader saw a comparison at \(start) that is none")
  }

  private func value(
    of field: FilterField, _ typed: (text: String, isQuoted: Bool, range: Range<Int>)
  ) throws(FilterError) -> FilterValue {
    if !typed.isQuoted, typed.text == "*" { return .anything }
    if !typed.isQuoted, typed.text.lowercased() == "none" { return .nothing }
    switch field.form {
    case .text: return .text(typed.text)
    case .choice(let words), .rank(let words):
      let word = typed.text.lowercased()
      guard words.contains(word) else {
        throw FilterError(typed.range, .unknownWord(field, typed.text, nearest: word.nearest(in: words)))
      }
      return .word(word)
    case .number, .score, .season, .date, .id:
      guard let value = field.form.value(typed.text) else {
        throw FilterError(typed.range, .wrongValue(field, typed.text))
      }
      return value
    }
  }
}

extension FilterReader {
  /// Passes over spaces before a comma; those before anything else may end a term.
  mutating func skipCommaSpace() {
    var ahead = self
    ahead.skipSpaces()
    if ahead.position < text.count, text[ahead.position] == "," { self = ahead }
  }
}

extension FilterField.Form {
  /// What `text` is, read as this; nil where it is nothing of the sort.
  fileprivate func value(_ text: String) -> FilterValue? {
    switch self {
    case .number:
      guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
      return Int(text).map { .number($0) }
    case .score: return ScoreScale.decimal.read(text).map { .score($0) }
    case .season:
      if let season = Season(text) { return .season(season) }
      return Int(text).flatMap { (1900...2200).contains($0) ? .year($0) : nil }
    case .date: return FilterDate(text).map { .date($0) }
    case .id:
      guard text.contains(":") || ShowID(text) != nil, text.first != ":", text.last != ":" else { return nil }
      return .text(text)
    case .choice, .rank, .text: return nil
    }
  }
}

extension FilterValue {
  /// Whether something can be less than it.
  fileprivate var isOrdered: Bool {
    switch self {
    case .anything, .nothing, .text: false
    case .number, .score, .word, .season, .year, .date: true
    }
  }
}
