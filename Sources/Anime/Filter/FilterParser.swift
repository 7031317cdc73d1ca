extension Filter {
  /// Reads `text`; `saved` are the names that `@` can stand before.
  ///
  ///     filter = any
  ///     any    = all { "or" all }
  ///     all    = not { [ "and" ] not }
  ///     not    = { "not" } one
  ///     one    = "(" any ")" | quoted | @name | mark | field comparison value { "," value } | words
  public init(_ text: String, saved: some Collection<String> = []) throws(FilterError) {
    guard text.count <= Filter.maximumLength else {
      throw FilterError(Filter.maximumLength..<text.count, .tooLong(limit: Filter.maximumLength))
    }
    var parser = FilterParser(FilterReader(text), saved: Array(saved))
    self = try parser.whole()
  }

  /// Reads what was typed where titles are searched: a text in which no field, no mark, no `@`, no quotation mark and
  /// no parenthesis stands is a search for its words, `and`, `or` and `not` among them.
  ///
  /// So `Re:Zero` is searched for, while `staus:watching` is an error that knows what was meant.
  public init(searching text: String, saved: some Collection<String> = []) throws(FilterError) {
    guard !Filter.isSearch(text) else {
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      self = words.isEmpty ? .everything : .term(.words(words))
      return
    }
    try self.init(text, saved: saved)
  }

  private static func isSearch(_ text: String) -> Bool {
    var reader = FilterReader(text)
    while let piece = try? reader.next().piece {
      switch piece {
      case .end: return true
      case .word, .and, .or, .not: continue
      case .unknownField(let name) where name.nearest(in: FilterField.allCases.map(\.rawValue)) == nil:
        guard (try? reader.value()) != nil else { return false }
      case .unknownField, .open, .close, .quoted, .mark, .saved, .field, .idSite: return false
      }
    }
    return false
  }
}

/// A filter in the making.
struct FilterParser {
  var reader: FilterReader
  private let saved: [String]
  private var depth = 0

  init(_ reader: FilterReader, saved: [String]) {
    self.reader = reader
    self.saved = saved
  }

  /// The whole text.
  mutating func whole() throws(FilterError) -> Filter {
    if case .end = try peek().piece { return .everything }
    let filter = try any()
    let (piece, range) = try peek()
    guard piece == .end else { throw FilterError(range, .closedParenthesis) }
    return filter
  }

  private mutating func any() throws(FilterError) -> Filter {
    var members = [try all()]
    while try take(.or) { members.append(try all()) }
    return Filter.any(of: members)
  }

  private mutating func all() throws(FilterError) -> Filter {
    var members = [try negation()]
    while true {
      switch try peek().piece {
      case .and:
        _ = try take(.and)
        members.append(try negation())
      case .or, .close, .end: return Filter.all(of: members)
      default: members.append(try negation())
      }
    }
  }

  private mutating func negation() throws(FilterError) -> Filter {
    var isNegated = false
    while try take(.not) { isNegated.toggle() }
    let filter = try one()
    return isNegated ? Filter.not(of: filter) : filter
  }

  private mutating func one() throws(FilterError) -> Filter {
    let (piece, range) = try reader.next()
    switch piece {
    case .open: return try inside(range)
    case .quoted(let text): return .term(.phrase(text))
    case .mark(let mark): return .term(.mark(mark))
    case .saved(let name): return .term(.saved(try known(name, range)))
    case .field(let field): return try condition(field)
    case .idSite(let site): return try condition(site: site)
    case .word(let word): return .term(.words(try words(from: word)))
    case .unknownField(let name):
      let nearest = name.nearest(in: FilterField.allCases.map(\.rawValue) + FilterField.idSites)
      throw FilterError(range, .unknownField(name, nearest: nearest))
    case .close: throw FilterError(range, depth == 0 ? .closedParenthesis : .missingTerm)
    case .and, .or, .not, .end: throw FilterError(range, .missingTerm)
    }
  }

  /// What stands in the parentheses of which the first is at `open`.
  private mutating func inside(_ open: Range<Int>) throws(FilterError) -> Filter {
    guard depth < Filter.maximumDepth else { throw FilterError(open, .tooDeep(limit: Filter.maximumDepth)) }
    depth += 1
    let filter = try any()
    depth -= 1
    guard try take(.close) else { throw FilterError(open, .openParenthesis) }
    return filter
  }

  /// `first` and the words right behind it: they are one search.
  private mutating func words(from first: String) throws(FilterError) -> String {
    var words = [first]
    while case .word(let word) = try peek().piece {
      words.append(word)
      _ = try reader.next()
    }
    return words.joined(separator: " ")
  }

  private func known(_ name: String, _ range: Range<Int>) throws(FilterError) -> String {
    guard let known = saved.first(where: { $0.lowercased() == name.lowercased() }) else {
      throw FilterError(range, .unknownFilter(name, nearest: name.nearest(in: saved)))
    }
    return known
  }

  private func peek() throws(FilterError) -> (piece: FilterReader.Piece, range: Range<Int>) {
    var reader = reader
    return try reader.next()
  }

  private mutating func take(_ piece: FilterReader.Piece) throws(FilterError) -> Bool {
    guard try peek().piece == piece else { return false }
    _ = try reader.next()
    return true
  }
}
