import Anime
import Testing

@Suite struct `The language of filters` {
  /// What `text` prints back as.
  func printed(_ text: String, saved: [String] = []) throws -> String {
    try Filter(text, saved: saved).description
  }

  @Test(arguments: [
    (
      "status:watching and airing and score>=8 and tag:iyashikei",
      "status:watching and airing and score>=8 and tag:iyashikei"
    ),
    ("Status = Watching AIRING Score >= 8.5", "status:watching and airing and score>=8.5"),
    ("a b or not c (d or e)", "a b or not c and (d or e)"), ("((airing))", "airing"),
    ("not (airing or gone)", "not (airing or gone)"), ("not not airing", "airing"),
    ("status:watching, planned,none", "status:watching,planned,none"), ("status!=dropped", "not status:dropped"),
    ("tag:\"slice of life\",cute", "tag:\"slice of life\",cute"), ("\"attack \\\"on\\\"\"", "\"attack \\\"on\\\"\""),
    ("season>=2026-fall season:2026", "season>=2026-autumn and season:2026"),
    (
      "changed<30d begin<+2W finished:2026-08 started>2026-08-01 end:today",
      "changed<30d and begin<+2w and finished:2026-08 and started>2026-08-01 and end:today"
    ),
    ("MAL:52991 id:abcdefgh23 site:Crunchyroll", "id:mal:52991 and id:abcdefgh23 and on:Crunchyroll"),
    (
      "progress<3 rewatches:* note:none priority>=medium year:2026",
      "progress<3 and rewatches:* and note:none and priority>=medium and year:2026"
    ),
    ("（score＞＝8　or　tag：日常、癒し）", "score>=8 or tag:日常,癒し"), ("<harmony/> 1=2", "<harmony/> 1=2"), ("", ""),
  ])
  func `Is printed in one way`(_ text: String, _ expected: String) throws {
    #expect(try printed(text) == expected)
    #expect(try printed(expected) == expected)
  }

  @Test(arguments: 0..<500) func `Reads back what it prints`(_ seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let filter = RandomFilter.make(depth: 4, using: &generator)
    #expect(try Filter(filter.description, saved: ["tonight"]) == filter, "\(filter)")
  }

  @Test(arguments: [
    ("status:watchign", 7..<15, FilterError.Reason.unknownWord(.status, "watchign", nearest: "watching")),
    ("airing and staus:watching", 11..<16, .unknownField("staus", nearest: "status")),
    ("re:zero", 0..<2, .unknownField("re", nearest: nil)), ("score>=11", 7..<9, .wrongValue(.score, "11")),
    ("progress:-1", 9..<11, .wrongValue(.progress, "-1")), ("begin>2026-13", 6..<13, .wrongValue(.begin, "2026-13")),
    ("season:autumn", 7..<13, .wrongValue(.season, "autumn")), ("id:frieren", 3..<10, .wrongValue(.id, "frieren")),
    ("score>", 6..<6, .missingValue(.score)), ("tag: )", 5..<5, .missingValue(.tag)),
    ("status<watching", 6..<7, .notComparable(.status)), ("score>8,9", 5..<6, .notComparable(.score)),
    ("score>none", 5..<6, .notComparable(.score)), ("airing and", 10..<10, .missingTerm),
    ("or airing", 0..<2, .missingTerm),
    ("not", 3..<3, .missingTerm), ("()", 1..<2, .missingTerm), ("airing (gone", 7..<8, .openParenthesis),
    ("airing) gone", 6..<7, .closedParenthesis), (")", 0..<1, .closedParenthesis),
    ("tag:\"slice of life", 4..<5, .openQuotation), ("@tonigth", 0..<8, .unknownFilter("tonigth", nearest: "tonight")),
    ("夜桜 staus:watching", 3..<8, .unknownField("staus", nearest: "status")),
  ])
  func `Says where it is wrong, and what was meant`(_ text: String, _ range: Range<Int>, _ reason: FilterError.Reason) {
    let error = #expect(throws: FilterError.self) { try Filter(text, saved: ["tonight"]) }
    #expect(error?.range == range)
    #expect(error?.reason == reason)
  }

  @Test func `Has a depth and a length`() {
    let deep = String(repeating: "(", count: 2000) + "airing" + String(repeating: ")", count: 1990)
    #expect(throws: FilterError.self) { try Filter(deep) }
    #expect(throws: FilterError.self) { try Filter(String(repeating: "a", count: Filter.maximumLength + 1)) }
    let few = String(repeating: "(", count: 50) + "airing" + String(repeating: ")", count: 50)
    #expect(throws: Never.self) { try Filter(few) }
    #expect(throws: Never.self) { try Filter(String(repeating: "not ", count: 900) + "airing") }
  }

  @Test(arguments: [
    "I'm not a hero", "And Yet the Town Moves", "kill or be killed", "Re:Zero", "NieR:Automata Ver1.1a", "Fate/Zero",
    "<harmony/>",
    "Steins;Gate", "  frieren  ",
  ])
  func `Leaves words alone to the search`(_ text: String) throws {
    let words = text.split(separator: " ").joined(separator: " ")
    #expect(try Filter(searching: text) == .term(.words(words)))
  }

  @Test func `Is meant where a field, a mark, a quotation or a parenthesis stands`() throws {
    for text in ["airing", "frieren status:watching", "\"not\"", "(a or b)", "score > 8", "mal:52991"] {
      #expect(try Filter(searching: text) == Filter(text))
    }
    #expect(throws: FilterError.self) { try Filter(searching: "staus:watching") }
    #expect(try Filter(searching: " ") == .everything)
  }

  @Test func `Tells the words that every show has to hold`() throws {
    #expect(try Filter("frieren airing end").words == "frieren end")
    #expect(try Filter("frieren or airing").words == "")
    #expect(try Filter("not frieren").words == "")
  }
}

/// Filters of every form, as a reader would make them.
enum RandomFilter {
  static func make(depth: Int, using generator: inout SeededGenerator) -> Filter {
    guard depth > 0, Bool.random(using: &generator) else { return .term(term(using: &generator)) }
    let members = (0..<Int.random(in: 2...3, using: &generator)).map { _ in make(depth: depth - 1, using: &generator) }
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return .all(of: members)
    case 1:
      let flat = members.flatMap { if case .any(let inner) = $0 { inner } else { [$0] } }
      return .any(flat)
    default: if case .not = members[0] { return members[0] } else { return .not(members[0]) }
    }
  }

  private static func term(using generator: inout SeededGenerator) -> FilterTerm {
    let field = FilterField.allCases.randomElement(using: &generator) ?? .status
    let comparison =
      FilterComparison.allCases.filter { field.isOrdered || $0 == .equal }
      .randomElement(using: &generator) ?? .equal
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return .words(["frieren", "夜 桜", "a b-c"].randomElement(using: &generator) ?? "")
    case 1: return .phrase(["and", "a \"b\" \\", "("].randomElement(using: &generator) ?? "")
    case 2: return .mark(FilterMark.allCases.randomElement(using: &generator) ?? .airing)
    case 3: return .saved("tonight")
    default:
      let value = value(of: field, using: &generator)
      return .field(field, comparison, comparison == .equal ? [value, .nothing] : [value])
    }
  }

  private static func value(of field: FilterField, using generator: inout SeededGenerator) -> FilterValue {
    let number = Int.random(in: 0...100, using: &generator)
    switch field.form {
    case .choice(let words), .rank(let words): return .word(words[number % words.count])
    case .number: return .number(number)
    case .score: return .score(number)
    case .season: return number % 2 == 0 ? .year(1990 + number) : .season(Season(year: 2000 + number, quarter: .autumn))
    case .date:
      let dates: [FilterDate] = [
        .day(CivilDate(year: 2026, month: 1 + number % 12, day: 9)), .month(year: 2026, month: 1 + number % 12),
        .year(1950 + number), .relative(number % 3 - 1), .ago(number, .weeks), .ahead(number, .months),
      ]
      return .date(dates[number % dates.count])
    case .text: return .text(["none", "*", "slice of life", "日常", "a\"b", "x,y"][number % 6])
    case .id: return .text(["mal:52991", "abcdefgh23"][number % 2])
    }
  }
}
