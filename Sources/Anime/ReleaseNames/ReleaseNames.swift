/// The names of a show in a title: one for each language, without the words for what kind of release it is.
///
///     葬送的芙莉莲 / Sousou no Frieren     →  葬送的芙莉莲, Sousou no Frieren
///     劇場版SPY×FAMILY CODE: White        →  SPY×FAMILY CODE: White
struct ReleaseNames {
  private(set) var names: [String] = []
  /// What the words that were left out say.
  private(set) var kind: ReleaseName.Kind?

  init(names titles: [String]) {
    for title in titles {
      for part in Self.parts(of: withoutKind(title)) {
        let name = withoutKind(part)
        if !name.isEmpty, !names.contains(name) { names.append(name) }
      }
    }
  }

  /// The parts between ` / ` and ` | `; where there are none, the text in Latin letters and the text in others.
  private static func parts(of title: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in title.split(separator: " ") {
      if word == "/" || word == "|" || word == "／" { parts.append([]) } else { parts[parts.count - 1].append(word) }
    }
    if parts.count == 1 { parts = scripts(of: parts[0]) }
    return parts.map { $0.joined(separator: " ") }
  }

  /// The words cut in two where the script changes once.
  ///
  /// Numbers, signs and words as short as `IV` and `OVA` go with what is before them, as Japanese titles have them too.
  private static func scripts(of words: [Substring]) -> [[Substring]] {
    var runs: [(isHan: Bool, words: [Substring])] = []
    for word in words {
      let isHan = word.unicodeScalars.contains(where: \.isHanOrKana)
      let isNeutral = !isHan && word.unicodeScalars.count { $0.properties.isAlphabetic } < 4
      if !runs.isEmpty, isNeutral || runs[runs.count - 1].isHan == isHan {
        runs[runs.count - 1].words.append(word)
      } else {
        runs.append((isHan, [word]))
      }
    }
    return runs.count == 2 ? runs.map(\.words) : [words]
  }

  private mutating func withoutKind(_ name: String) -> String {
    var rest = name[...]
    var isChanged = true
    while isChanged {
      isChanged = false
      for (affix, kind) in ReleaseKinds.affixes where rest.utf8.count >= affix.utf8.count {
        let isLatin = affix.utf8.first.map(\.isASCII) == true
        if rest.hasPrefix(affix), !isLatin {
          rest = rest.dropFirst(affix.count)
        } else if rest.hasSuffix(affix), Self.isJoined(rest, affix) {
          rest = rest.dropLast(affix.count)
        } else {
          continue
        }
        self.kind = self.kind ?? kind
        isChanged = true
      }
      rest = Self.trimmed(rest)
    }
    return withoutKindWords(rest)
  }

  /// Whether a Latin affix ends a name in Chinese characters: `某作品OVA`.
  private static func isJoined(_ name: Substring, _ affix: String) -> Bool {
    guard affix.utf8.first.map(\.isASCII) == true else { return true }
    return name.dropLast(affix.count).unicodeScalars.last?.isHanOrKana == true
  }

  private mutating func withoutKindWords(_ name: Substring) -> String {
    var words = name.split(separator: " ")
    while words.count > 1, let last = words.last, let kind = ReleaseKinds.kind(of: last.lowercased()) {
      words.removeLast()
      while words.count > 1, words[words.count - 1] == "-" { words.removeLast() }
      self.kind = self.kind ?? kind
    }
    if words.count > 1, ReleaseKinds.kind(of: words[0].lowercased()) == .movie, words[0].lowercased() == "gekijouban" {
      words.removeFirst()
      kind = kind ?? .movie
    }
    return words.joined(separator: " ")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let isEdge: (Character) -> Bool = { $0 == " " || $0 == "-" }
    guard let first = text.firstIndex(where: { !isEdge($0) }), let last = text.lastIndex(where: { !isEdge($0) }) else {
      return ""
    }
    return text[first...last]
  }
}

extension UTF8.CodeUnit {
  /// Whether it is a character of ASCII.
  var isASCII: Bool { self < 0x80 }
}
