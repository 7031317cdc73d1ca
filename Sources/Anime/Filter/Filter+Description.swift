extension Filter: CustomStringConvertible {
  /// The filter as it is written: one space between pieces, `and` between terms, no parenthesis that says nothing.
  public var description: String {
    switch self {
    case .all(let members):
      members.map { if case .any = $0 { "(\($0))" } else { $0.description } }.joined(separator: " and ")
    case .any(let members): members.map(\.description).joined(separator: " or ")
    case .not(.term(let term)): "not \(term)"
    case .not(let filter): "not (\(filter))"
    case .term(let term): term.description
    }
  }
}

extension FilterTerm: CustomStringConvertible {
  /// The term as it is written.
  public var description: String {
    switch self {
    case .words(let words): words
    case .phrase(let text): Self.quoted(text)
    case .mark(let mark): mark.rawValue
    case .saved(let name): "@\(name)"
    case .field(let field, let comparison, let values):
      "\(field.rawValue)\(comparison.rawValue)\(values.map(\.description).joined(separator: ","))"
    }
  }

  /// `text` between quotation marks.
  static func quoted(_ text: String) -> String {
    let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "\"\(escaped.joined())\""
  }
}

extension FilterValue: CustomStringConvertible {
  /// The value as it is written; a text is quoted where it would else be read as something else.
  public var description: String {
    switch self {
    case .anything: "*"
    case .nothing: "none"
    case .number(let number), .year(let number): String(number)
    case .score(let score): score % 10 == 0 ? String(score / 10) : "\(score / 10).\(score % 10)"
    case .word(let word): word
    case .season(let season): season.description
    case .date(let date): date.description
    case .text(let text): Self.isPlain(text) ? text : FilterTerm.quoted(text)
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    text != "*" && text.lowercased() != "none" && !text.isEmpty
      && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.:/+'*#".contains($0) }
  }
}
