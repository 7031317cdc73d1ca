/// Rules that say which episode of which show an episode really is.
///
/// Groups and stations count on through a second season, or count a special as episode 0. The format is that of the
/// public anime-relations.txt, so that its rules can be taken over line by line:
///
///     ::rules
///     # MyAnimeList|Kitsu|AniList:episodes -> the same; `?` is unknown, `~` the id before the arrow,
///     # and `!` leaves the episodes alone that are already counted as after the arrow
///     - 10087|6028|10087:14-25 -> 11741|7658|11741:1-12!
public struct EpisodeRelations: Sendable {
  /// The keys of the sites whose ids a rule has, in its order.
  static let sites = ["mal", "kitsu", "anilist"]

  private var rules: [Alias: [Rule]] = [:]

  /// Where an episode goes.
  public struct Destination: Hashable, Sendable {
    /// The ids of the show to which it belongs.
    public var shows: [Alias]
    /// Its number there.
    public var episode: Int
  }

  private struct Rule: Hashable, Sendable {
    var source: EpisodeRange
    var shows: [Alias]
    var destination: EpisodeRange

    /// Several episodes may be parts of one: then all of them go to the last that there is.
    func destination(of episode: Int) -> Destination? {
      guard source.contains(episode) else { return nil }
      let number = destination.first + episode - source.first
      return Destination(shows: shows, episode: min(number, destination.last ?? number))
    }
  }

  /// No rules.
  public init() {}

  /// Whether there is no rule.
  public var isEmpty: Bool { rules.isEmpty }

  /// Where the rules send `episode` of the show that sites know as `shows`; nil where none is about it.
  public func destination(of episode: Int, in shows: some Sequence<Alias>) -> Destination? {
    for alias in shows {
      if let found = rules[alias]?.lazy.compactMap({ $0.destination(of: episode) }).first { return found }
    }
    return nil
  }

  // MARK: Reading

  /// A line that is no rule.
  public struct Problem: Hashable, Sendable {
    /// Its number, from 1.
    public var line: Int
    /// Its text.
    public var text: String
  }

  /// Reads a file of rules; what is no rule is left out, and reported.
  public static func read(_ text: String) -> (relations: EpisodeRelations, problems: [Problem]) {
    var relations = EpisodeRelations()
    var problems: [Problem] = []
    var isRules = true
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let trimmed = line.trimmedOfSpaces
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      if trimmed.hasPrefix("::") {
        isRules = trimmed == "::rules"
      } else if isRules, !relations.add(trimmed) {
        problems.append(Problem(line: index + 1, text: String(trimmed.prefix(200))))
      }
    }
    return (relations, problems)
  }

  /// Takes `- 1|2|3:14-25 -> 4|5|6:1-12!` in; false where it is no rule.
  private mutating func add(_ line: Substring) -> Bool {
    let words = line.split(separator: " ").map { $0.trimmedOfSpaces }
    guard words.count == 4, words[0] == "-", words[2] == "->" else { return false }
    let leavesAlone = words[3].hasSuffix("!")
    guard let (source, episodes) = Self.side(words[1], repeating: nil),
      let (shows, destination) = Self.side(leavesAlone ? words[3].dropLast() : words[3], repeating: source)
    else { return false }
    let found = shows.compactMap { $0 }
    for alias in source.compactMap({ $0 }) {
      rules[alias, default: []].append(Rule(source: episodes, shows: found, destination: destination))
    }
    guard leavesAlone else { return true }
    for alias in found {
      rules[alias, default: []].append(Rule(source: destination, shows: found, destination: destination))
    }
    return true
  }

  /// Reads `1|2|3:14-25`: an id for each site, nil where it is not known, and the episodes.
  private static func side(_ text: Substring, repeating source: [Alias?]?) -> ([Alias?], EpisodeRange)? {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, let episodes = EpisodeRange(halves[1]) else { return nil }
    let ids = halves[0].split(separator: "|", omittingEmptySubsequences: false)
    guard ids.count == sites.count else { return nil }
    var aliases: [Alias?] = []
    for (index, id) in ids.enumerated() {
      switch id {
      case "?": aliases.append(nil)
      case "~":
        guard let source else { return nil }
        aliases.append(source[index])
      default:
        guard !id.isEmpty, id.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        aliases.append(Alias(site: sites[index], id: String(id)))
      }
    }
    return (aliases, episodes)
  }
}

extension Substring {
  /// Without blanks and carriage returns at both ends.
  fileprivate var trimmedOfSpaces: Substring {
    func isBlank(_ character: Character) -> Bool { " \t\r".contains(character) }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return self[first...last]
  }
}
