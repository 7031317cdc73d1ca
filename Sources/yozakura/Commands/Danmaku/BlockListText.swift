internal import Danmaku

/// The texts, patterns and users of a set of rules as a list for another program.
///
/// These forms have no way to say everything: in a list of lines, `/abc/` is a pattern, `# abc` a remark, and a line
/// break the end. Such an entry is left out and counted, rather than that it comes to hide something else.
struct BlockListText {
  /// The forms of lists.
  enum Form {
    /// Bilibili's JSON.
    case json
    /// Bilibili's older XML.
    case xml
    /// One entry a line, without users.
    case lines
  }

  /// The text of the file.
  let text: String
  /// How many entries have no place in it.
  let leftOut: Int

  /// The list of what `rules` block.
  init(_ rules: RuleSet, as form: Form) {
    let entries = Self.entries(of: rules).filter { form != .lines || $0.kind != .user }
    let written = entries.filter { $0.isRead(from: form.file([form.text(of: $0)])) }
    text = form.file(written.map(form.text))
    leftOut = entries.count - written.count
  }

  private static func entries(of rules: RuleSet) -> [Entry] {
    rules.texts.map { Entry(kind: .text, word: $0) } + rules.patterns.map { Entry(kind: .pattern, word: $0.source) }
      + rules.users.map(\.name).sorted().map { Entry(kind: .user, word: $0) }
  }
}

/// One line of a list.
private struct Entry {
  /// The kinds, as Bilibili numbers them.
  enum Kind: Int {
    case text, pattern, user

    /// As Bilibili's XML names it.
    var letter: Character {
      switch self {
      case .text: "t"
      case .pattern: "r"
      case .user: "u"
      }
    }
  }

  let kind: Kind
  let word: String

  /// Whether `file`, which was written of this entry alone, holds nothing else.
  func isRead(from file: String) -> Bool {
    guard let list = BlockList(reading: Array(file.utf8)), list.count == 1, list.refused.isEmpty else { return false }
    switch kind {
    case .text: return list.texts == [word]
    case .pattern: return list.patterns.map(\.source) == [word]
    case .user: return list.users.map(\.name) == [word]
    }
  }
}

extension BlockListText.Form {
  /// The file of these entries. A remark comes before lines, so that no `[` or `<` of the first makes them JSON or XML.
  fileprivate func file(_ entries: [String]) -> String {
    switch self {
    case .json: "[" + entries.joined(separator: ", ") + "]\n"
    case .xml: "<filters>\n" + entries.map { "  \($0)\n" }.joined() + "</filters>\n"
    case .lines: "# Texts and /patterns/, one a line.\n" + entries.map { "\($0)\n" }.joined()
    }
  }

  /// `entry` in this form.
  fileprivate func text(of entry: Entry) -> String {
    switch self {
    case .json:
      JSON.object([
        ("type", .number(entry.kind.rawValue)), ("filter", .string(entry.word)), ("opened", .bool(true)),
      ]).text
    case .xml: "<item enabled=\"true\">\(entry.kind.letter)=\(Self.escaped(entry.word))</item>"
    case .lines: entry.kind == .pattern ? "/\(entry.word)/" : entry.word
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
