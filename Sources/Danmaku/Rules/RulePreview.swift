/// What one rule of a set would hide if it were the only one.
public struct RulePreview: Hashable, Sendable {
  /// The rule.
  public let rule: Rule
  /// How many comments it holds for.
  public private(set) var count = 0
  /// The positions of the first few of them.
  public private(set) var examples: [Int] = []

  /// A rule of a set.
  public enum Rule: Hashable, Sendable {
    /// A blocked text, by its index.
    case text(Int)
    /// A blocked pattern, by its index.
    case pattern(Int)
    /// Any rule that needs no index.
    case other(HiddenReason)
  }

  /// How many examples are kept.
  static let mostExamples = 3

  fileprivate init(_ rule: Rule) { self.rule = rule }

  /// Counts the comment at `position`.
  fileprivate mutating func count(_ position: Int) {
    count += 1
    if examples.count < Self.mostExamples { examples.append(position) }
  }
}

extension RuleSet {
  /// What each rule of the set would hide of `comments`, in the order in which rules are asked.
  /// `stage` is that of ``ruling(of:on:)``.
  public func previews(of comments: Comments, on stage: LaneRules = LaneRules(columns: 1, lanes: 1)) -> [RulePreview] {
    var previews: [RulePreview] = []
    for (reason, rules) in single {
      let ruling = rules.ruling(of: comments, on: stage)
      var preview = RulePreview(.other(reason))
      for position in comments.indices where ruling.reason(at: position) == reason { preview.count(position) }
      previews.append(preview)
    }
    let early = previews.prefix { $0.rule == .other(.duplicate) || $0.rule == .other(.repeated) }
    return early + textPreviews(of: comments) + previews.dropFirst(early.count)
  }

  /// A set for each rule that needs no index.
  private var single: [(HiddenReason, RuleSet)] {
    func only(_ change: (inout RuleSet) -> Void) -> RuleSet {
      var rules = RuleSet.none
      change(&rules)
      return rules
    }
    let rules: [(HiddenReason, RuleSet)] = [
      (.duplicate, only { $0.hidesDuplicates = hidesDuplicates }), (.repeated, only { $0.mergeWindow = mergeWindow }),
      (.user, only { $0.users = users }), (.mode, only { $0.modes = modes }), (.color, only { $0.colors = colors }),
      (.weight, only { $0.minimumWeight = minimumWeight }), (.density, only { $0.density = density }),
    ]
    return rules.filter { $0.1 != .none }
  }

  private func textPreviews(of comments: Comments) -> [RulePreview] {
    guard !texts.isEmpty || !patterns.isEmpty else { return [] }
    var textCounts = texts.indices.map { RulePreview(.text($0)) }
    var patternCounts = patterns.indices.map { RulePreview(.pattern($0)) }
    var search = TextSearch(texts: texts, patterns: patterns)
    let folded = FoldedTexts(comments, asWords: true)
    for position in comments.indices {
      let matches = search.matches(at: position, in: comments, folded)
      for text in matches.texts { textCounts[text].count(position) }
      for pattern in matches.patterns { patternCounts[pattern].count(position) }
    }
    return textCounts + patternCounts
  }
}
