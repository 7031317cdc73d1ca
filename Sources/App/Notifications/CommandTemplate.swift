/// A command line with places to be filled in.
///
/// It is split into words first, as a shell splits them, and filled in afterwards: whatever a title holds, it stays
/// inside its word. No shell is asked, and where the user names one, no place may stand in its script.
///
///     notify-send -a Yozakura {title} "{episode} · {place}"
public struct CommandTemplate: Hashable, Sendable {
  /// Something that can be filled in, `{title}`.
  public enum Place: String, CaseIterable, Sendable {
    case title, episode, text, time, place, kind, link, id, count
  }

  /// The line as it was written.
  public let text: String
  private let words: [String]

  /// mpv without options.
  public static let mpv = CommandTemplate(words: ["mpv"])

  private init(words: [String]) {
    text = words.joined(separator: " ")
    self.words = words
  }

  /// Reads a command line. Nil where a quote is not closed, where nothing is left, where a place is unknown, and where one
  /// stands in a script.
  public init?(_ text: String) {
    guard let words = Self.split(text), !words.isEmpty, !words[0].contains("{") else { return nil }
    let code = Self.code(in: words)
    for (index, word) in words.enumerated() {
      let names = Self.names(in: word)
      guard names.allSatisfy({ Place(rawValue: $0) != nil }) else { return nil }
      guard names.isEmpty || !code.contains(index) else { return nil }
    }
    self.text = text
    self.words = words
  }

  /// The program and its arguments, with `values` filled in; a place without a value becomes empty.
  ///
  /// An argument that begins with a value never begins with a hyphen-minus, which the program would take for an option:
  /// it gets the hyphen of typography.
  public func arguments(_ values: [Place: String]) -> [String] {
    words.map { word in
      var filled = word
      for name in Self.names(in: word) {
        filled = filled.replacing(
          "{\(name)}", with: Place(rawValue: name).flatMap { values[$0] } ?? "", maxReplacements: 1)
      }
      return word.hasPrefix("{") && filled.hasPrefix("-") ? "‐" + filled.dropFirst() : filled
    }
  }

  /// The places of the words that are, or may be, a program in some language.
  ///
  /// Behind an interpreter that is all up to its first word that is no option, and what follows an option that takes
  /// code, `-c` and `-e` and what is written together with them; of other programs, what follows `-c`.
  private static func code(in words: [String]) -> Set<Int> {
    var code = Set(words.indices.dropFirst().filter { words[$0 - 1] == "-c" })
    guard let interpreter = words.firstIndex(where: isInterpreter) else { return code }
    let rest = words.index(after: interpreter)..<words.endIndex
    code.formUnion(rest.prefix { words[$0].hasPrefix("-") })
    if let first = rest.first(where: { !words[$0].hasPrefix("-") }) { code.insert(first) }
    for index in rest.dropFirst() where words[index - 1].hasPrefix("-") {
      let takesCode = words[index - 1].contains { "ceE".contains($0) }
      if takesCode || words[index - 1] == "--" { code.insert(index) }
    }
    return code
  }

  /// Whether `word` names a program that runs programs in some language, wherever it lies and whatever its version is.
  private static func isInterpreter(_ word: String) -> Bool {
    let name = word.split(separator: "/").last?.prefix { $0.isLetter } ?? ""
    return interpreters.contains(String(name))
  }

  private static let interpreters: Set<String> = [
    "ash", "awk", "bash", "csh", "dash", "deno", "emacs", "eval", "expect", "fish", "gawk", "guile", "ksh", "lua",
    "luajit", "mawk", "mksh", "node", "nu", "osascript", "perl", "php", "pwsh", "python", "ruby", "sed", "sh", "ssh",
    "su", "tclsh", "tcsh", "vim", "xargs", "yash", "zsh",
  ]

  /// The names in braces of a word, in order; braces around anything but small letters are text.
  private static func names(in word: String) -> [String] {
    var names: [String] = []
    for part in word.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: "}") else { continue }
      let name = part[..<end]
      if !name.isEmpty, name.allSatisfy({ ("a"..."z").contains($0) }) { names.append(String(name)) }
    }
    return names
  }

  /// The words of `text`; nil where a quote is not closed. Source: POSIX.1-2024, XCU 2.2, without expansions.
  private static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = text[...]
    while let character = characters.popFirst() {
      switch (character, quote) {
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (let closing, let open?) where closing == open: quote = nil
      case ("\\", nil), ("\\", "\""?):
        guard let next = characters.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      case (" ", nil), ("\t", nil):
        if let whole = word { words.append(whole) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return quote == nil ? words + (word.map { [$0] } ?? []) : nil
  }
}
