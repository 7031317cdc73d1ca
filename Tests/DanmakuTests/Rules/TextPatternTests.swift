import Danmaku
import Testing

@Suite struct `Patterns` {
  @Test(arguments: [
    ("夜桜", "見て夜桜だ", true), ("夜桜", "夜の桜", false), (".", "\n", false), (".", "桜", true),
    ("^夜", "夜桜", true), ("^桜", "夜桜", false), ("夜$", "夜桜", false), ("桜$", "夜桜", true), ("^$", "x", false),
    ("^$", "", true), ("$^", "", true), ("a^b", "ab", false), ("a$b", "ab", false), ("^^a$$", "a", true),
    ("[0-9]{3}", "12 345", true), ("[0-9]{3}", "12 34", false), ("[^0-9]", "123", false), ("[^0-9]", "12桜", true),
    ("[一-龥]{4}", "夜桜夜桜", true), ("[一-龥]{4}", "夜桜の夜", false), ("[a\\]b]", "]", true), ("[a-]", "-", true),
    ("[-a]", "-", true), ("[.]", "x", false), ("[\\d桜]", "7", true), ("[\\b]", "\u{8}", true), ("[a^]", "^", true),
    ("\\d", "７", false), ("\\d+", "a7", true), ("\\D", "123", false), ("\\w", "桜", false), ("\\w", "_", true),
    ("\\W", "aZ_9", false), ("\\s", "a\u{3000}b", true), ("\\S", " \n\t", false),
    ("a|b", "xbx", true), ("^(a|b)$", "ab", false), ("^a|b$", "xb", true), ("(|a)b", "b", true),
    ("(ab)+c", "xababc", true), ("^(ab)+c", "abac", false), ("(?:ab)?c", "c", true), ("(?<name>ab)c", "abc", true),
    ("(?P<n>ab)c", "abc", true), ("^a*$", "aaaa", true), ("^a*$", "aab", false), ("^a+$", "", false),
    ("^a?$", "aa", false),
    ("^a{2,3}$", "a", false), ("^a{2,3}$", "aa", true), ("^a{2,3}$", "aaa", true), ("^a{2,3}$", "aaaa", false),
    ("^a{2,}$", "aaaaa", true), ("^a{0}$", "", true), ("^(a{0}){9}b$", "b", true), ("a{", "a{", true),
    ("a{,3}", "a{,3}", true),
    ("x{1,2}y", "xxy", true), ("{2}", "{2}", true), ("a*?b", "aab", true), ("a+?", "a", true), ("a??b", "b", true),
    ("a{2}?", "aa", true), ("(a*)*b", "aaaab", true), ("^(a|aa)*$", "aaaaa", true), ("^(a*)*$", "aab", false),
    ("(?i)ABC", "xabcx", true), ("ABC", "abc", false), ("(?i)[a-c]+z", "ABCZ", true), ("a(?i:b)c", "aBc", true),
    ("a(?i:b)c", "aBC", false), ("a((?i)b)c", "aBC", false), ("(?i)É", "é", true), ("(?i)[^a]", "A", false),
    ("(?i)Ω", "ω", true), ("(?i)Ａ", "ａ", true), ("\\x41", "A", true), ("\\u591c", "夜", true),
    ("\\u{591C}桜", "夜桜", true),
    ("\\n", "a\nb", true), ("\\t", "\t", true), ("\\.", "x", false), ("\\/\\.", "/.", true), ("\\夜", "夜", true),
    ("😀+", "😀😀", true), ("[😀-😎]", "😃", true), ("^.$", "😀", true), ("233+", "2333", true),
    ("^(.)(.)?哈{3,}", "哈哈哈哈", true), ("前方.*高能", "前方非战斗人员高能", true), ("前方.*高能", "前方\n高能", false),
  ])
  func `A pattern finds what it says`(pattern: String, text: String, found: Bool) throws {
    #expect(try TextPattern(pattern).matches(text) == found)
  }

  @Test(arguments: [
    ("a(?=b)", TextPatternError.Reason.lookAround, 1), ("(?!b)", .lookAround, 0), ("(?<=b)a", .lookAround, 0),
    ("夜(?<!b)a", .lookAround, 1), ("(a)\\1", .backReference, 3), ("\\k<n>", .backReference, 0),
    ("a\\b", .escape("b"), 1),
    ("\\p{Han}", .escape("p"), 0), ("a\\", .escape(""), 1), ("\\x4", .escape("x"), 0), ("\\ud800", .escape("u"), 0),
    ("(?s)a", .group("s"), 0), ("(?>a)", .group(">"), 0), ("(?", .group("?"), 0), ("夜(a", .openGroup, 1),
    ("a)b", .strayParenthesis, 1), ("x[a", .openClass, 1), ("[", .openClass, 0), ("[]a]", .emptyClass, 0),
    ("[^]", .emptyClass, 0), ("[z-a]", .range, 1), ("[\\d-x]", .range, 1), ("*a", .nothingToRepeat, 0),
    ("a|+", .nothingToRepeat, 2), ("a**", .nothingToRepeat, 2), ("a++", .nothingToRepeat, 2),
    ("^*", .nothingToRepeat, 1),
    ("a{1}{2}", .nothingToRepeat, 4), ("a{3,2}", .repetition, 1), ("a{5000}", .tooLarge, 1),
    ("((a{99}){99}){99}", .tooLarge, 0), ("a{99999999999999999999}", .tooLarge, 1),
  ])
  func `What is not known is refused with its place`(pattern: String, reason: TextPatternError.Reason, position: Int) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern) }

    #expect(error?.reason == reason)
    #expect(error?.position == position)
  }

  @Test(arguments: ["", "x*", "a|", "^", "$", "(?:a?){3}", "^a*", "a*$", "(?i)", "^|x$"])
  func `A pattern that every text has is refused`(_ pattern: String) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern) }

    #expect(error?.reason == .everything)
  }

  @Test func `Groups in groups in groups are refused, not followed down`() {
    #expect(throws: TextPatternError.self) { try TextPattern(String(repeating: "(", count: 100_000)) }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `A random pattern finds what trying every way finds, or is refused where that is everything`(_ seed: UInt64)
    throws
  {
    var random = SplitMix(state: seed)
    let tree = RandomPattern.make(depth: 4, using: &random)
    guard let pattern = try? TextPattern(tree.source) else { return #expect(tree.findsEverything, "\(tree.source)") }
    #expect(!tree.findsEverything, "\(tree.source)")
    for _ in 0..<25 {
      let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in "ab夜".randomElement(using: &random) ?? "a" }
      #expect(pattern.matches(String(text)) == tree.isFound(in: text), "\(tree.source) in \(String(text))")
    }
  }

  @Test(arguments: ["(a+)+$", "^(a|a)*$", "(a|aa)+$", "(.*.*.*.*)*x", "([a-z]+)*!", "(a?){200}a{200}b"])
  func `Patterns that others hang on are read once`(_ pattern: String) throws {
    let text = String(repeating: "a", count: 1000) + "b"
    let pattern = try TextPattern(pattern)
    let duration = ContinuousClock().measure { _ = pattern.matches(text) }

    // Trying every way would take longer than the universe is old.
    #expect(duration < .seconds(20))
  }

  @Test func `Patterns that need more states than are remembered still find`() throws {
    let pattern = try TextPattern("a.{12}b")
    var random = SplitMix(state: 1)
    for _ in 0..<20 {
      let text = (0..<3000).map { _ in Int.random(in: 0..<40, using: &random) == 0 ? "a" : "c" } as [Character]
      var other = text
      other[2500] = "b"
      let isFound = other[2500 - 13] == "a"
      #expect(pattern.matches(String(other)) == isFound)
      #expect(!pattern.matches(String(text)))
    }
  }

  @Test func `A comment that matches is hidden, and the pattern named`() throws {
    let comments = Comments([
      Comment(time: 0, text: "abc 剧透"), Comment(time: 1, text: "123"), Comment(time: 2, text: "ABC"),
      Comment(time: 3, text: "fine"),
    ])
    let set = try rules {
      $0.patterns = [try TextPattern("^\\d+$"), try TextPattern("剧透|前方"), try TextPattern("(?i)abc")]
    }
    let ruling = set.ruling(of: comments)

    #expect(reasons(comments, set) == [.pattern, .pattern, .pattern, nil])
    #expect(comments.indices.map { ruling.rule(at: $0) } == [1, 0, 2, nil])
  }

  @Test func `A blocked text comes before a pattern`() throws {
    let set = try rules {
      $0.texts = ["abc"]
      $0.patterns = [try TextPattern("abc")]
    }

    #expect(reasons(Comments([Comment(time: 0, text: "abc")]), set) == [.text])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `What is looked for first never hides a match`(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let trees = (0..<16).map { _ in RandomPattern.make(depth: 3, using: &random) }
    let patterns = try trees.filter { !$0.findsEverything }.map { try TextPattern($0.source) }
    let comments = Comments(
      (0..<60).map { time in
        let length = Int.random(in: 1...7, using: &random)
        return Comment(time: time, text: String((0..<length).map { _ in "ab夜".randomElement(using: &random) ?? "a" }))
      })
    let ruling = rules { $0.patterns = patterns }.ruling(of: comments)

    for position in comments.indices {
      #expect(ruling.rule(at: position) == patterns.firstIndex { $0.matches(comments.text(at: position)) })
    }
  }
}

/// A pattern of letters, with the plainest way to search for it: try everything.
private indirect enum RandomPattern {
  case letters(Set<Character>, source: String)
  case start, end
  case sequence([RandomPattern])
  case choice([RandomPattern])
  case repeated(RandomPattern, Int, Int?, source: String)

  static func make(depth: Int, using random: inout SplitMix) -> RandomPattern {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 5), using: &random) {
    case 0: .letters(["a"], source: "a")
    case 1: .letters(["b"], source: "b")
    case 2: .letters(["夜"], source: "夜")
    case 3: .letters(["a", "b", "夜"], source: ".")
    case 4: .letters(["b", "夜"], source: "[^a]")
    case 5: Bool.random(using: &random) ? .start : .end
    case 6: .sequence((0..<3).map { _ in make(depth: depth - 1, using: &random) })
    case 7: .choice((0..<2).map { _ in make(depth: depth - 1, using: &random) })
    default: repeated(make(depth: depth - 1, using: &random), using: &random)
    }
  }

  private static func repeated(_ inner: RandomPattern, using random: inout SplitMix) -> RandomPattern {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .repeated(inner, 0, nil, source: "*")
    case 1: .repeated(inner, 1, nil, source: "+")
    case 2: .repeated(inner, 0, 1, source: "??")
    case 3: .repeated(inner, 2, 3, source: "{2,3}")
    default: .repeated(inner, 2, nil, source: "{2,}?")
    }
  }

  var source: String {
    switch self {
    case .letters(_, let source): source
    case .start: "^"
    case .end: "$"
    case .sequence(let parts): parts.map(\.source).joined()
    case .choice(let parts): "(\(parts.map(\.source).joined(separator: "|")))"
    case .repeated(let inner, _, _, let source): "(?:\(inner.source))\(source)"
    }
  }

  /// Whether nothing at all fits at the start or at the end of a text that is not empty.
  var findsEverything: Bool {
    let other: [Character] = ["c"]
    return ends(in: other, from: [0]).contains(0) || ends(in: other, from: [1]).contains(1)
  }

  func isFound(in text: [Character]) -> Bool { (0...text.count).contains { !ends(in: text, from: [$0]).isEmpty } }

  /// Where matches end that begin at `starts`.
  private func ends(in text: [Character], from starts: Set<Int>) -> Set<Int> {
    switch self {
    case .letters(let letters, _):
      Set(starts.filter { $0 < text.count && letters.contains(text[$0]) }.map { $0 + 1 })
    case .start: starts.intersection([0])
    case .end: starts.intersection([text.count])
    case .sequence(let parts): parts.reduce(starts) { $1.ends(in: text, from: $0) }
    case .choice(let parts): parts.reduce(into: Set()) { $0.formUnion($1.ends(in: text, from: starts)) }
    case .repeated(let inner, let least, let most, _): inner.ends(in: text, from: starts, least: least, most: most)
    }
  }

  private func ends(in text: [Character], from starts: Set<Int>, least: Int, most: Int?) -> Set<Int> {
    var reached = (0..<least).reduce(starts) { places, _ in ends(in: text, from: places) }
    var newest = reached
    var rounds = least
    while !newest.isEmpty, rounds < most ?? .max {
      newest = ends(in: text, from: newest).subtracting(reached)
      reached.formUnion(newest)
      rounds += 1
    }
    return reached
  }
}
