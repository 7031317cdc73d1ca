public import TUI

/// Keys pressed one after the other, written as in vi: `gg`, `<C-r>`, `<Down>`.
public struct KeySequence: Hashable, Sendable, CustomStringConvertible {
  /// The keys, at least one.
  public let keys: [Key]

  /// Reads `gg`, `<C-r>`, `<Space>`; `<lt>` is the character <. Nil for what is not a key.
  public init?(_ text: String) {
    var keys: [Key] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        guard let key = Self.named(rest[rest.index(after: rest.startIndex)..<end]) else { return nil }
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// As it is written in files and shown in the help.
  public var description: String {
    keys.map(Self.text).joined()
  }

  /// Whether `self` begins with all of `other`, or `other` with all of `self`.
  func overlaps(_ other: KeySequence) -> Bool {
    keys.starts(with: other.keys) || other.keys.starts(with: keys)
  }

  /// One key as it is written: `j`, `<C-r>`, `<Enter>`.
  public static func text(of key: Key) -> String {
    switch key {
    case .character(" "): return "<Space>"
    case .character("<"): return "<lt>"
    case .character(let character): return String(character)
    case .control(let character): return "<C-\(character)>"
    case .alt(let character): return "<A-\(character)>"
    case .function(let number): return "<F\(number)>"
    default: return names.first { $0.key == key }.map { "<\($0.name)>" } ?? ""
    }
  }

  private static func named(_ text: Substring) -> Key? {
    let lowered = text.lowercased()
    if let known = names.first(where: { $0.name.lowercased() == lowered }) { return known.key }
    if text.count == 3, lowered.hasPrefix("c-") { return lowered.last.map(Key.control) }
    if text.count == 3, lowered.hasPrefix("a-") { return text.last.map(Key.alt) }
    if lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    return nil
  }

  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab), ("Backspace", .backspace),
    ("Delete", .delete), ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Space", .character(" ")),
    ("lt", .character("<")), ("gt", .character(">")),
  ]
}
