internal import App
internal import Danmaku

/// A set of rules as a file; what is not written hides nothing.
///
///     duplicates = true
///     merge = 8
///     texts = ["剧透"]
///     patterns = ["^\\d+$"]
///     density = 100
extension RuleSet {
  /// The rules that `table`, read from `file`, holds. A key that is not understood would leave somebody unprotected
  /// who believes to be protected: it is refused.
  init(_ table: ConfigurationTable, file: String) throws(Failure) {
    self = .none
    guard table.values[RuleField.colors.rawValue] == nil || table.values[RuleField.onlyColors.rawValue] == nil else {
      throw Failure(.damaged, "\(file): `colors` and `onlyColors` cannot stand together: keep one of them.")
    }
    for (key, value) in table.values.sorted(by: { $0.key < $1.key }) {
      guard let field = RuleField(rawValue: key) else {
        let suggestion = RuleField.allCases.map(\.rawValue).suggestion(for: key)
        throw Failure(.damaged, "\(file): `\(key)` is no rule.\(suggestion)")
      }
      do {
        try field.read(value, into: &self)
      } catch let error as RuleField.Refusal {
        throw Failure(.damaged, "\(file): `\(key)` has to be \(error.expected)")
      } catch let error as TextPatternError {
        throw Failure(.damaged, "\(file): in `\(key)`, \(error.sentence)")
      } catch {
        throw Failure(error)
      }
    }
  }

  /// These rules as a file has them.
  var toml: String {
    RuleField.allCases.compactMap { field in field.value(of: self).map { "\(field.rawValue) = \($0)\n" } }.joined()
  }

  /// The text of a file with these rules, which says who changes it.
  var file: String {
    """
    # Which comments are shown; see yozakura-config(5). The stage and `yozakura danmaku rules import` change this file.

    """ + "\n" + toml
  }
}

/// The keys of a file of rules.
enum RuleField: String, CaseIterable {
  case duplicates, merge, texts, patterns, users, modes, colors, onlyColors, minimumWeight, area, subtitleSafe, density

  /// The value is of another kind.
  struct Refusal: Error {
    var expected: String
  }

  /// Takes `value` over into `rules`.
  func read(_ value: ConfigurationValue, into rules: inout RuleSet) throws {
    switch self {
    case .duplicates: rules.hidesDuplicates = try Self.flag(value)
    case .merge: rules.mergeWindow = try Self.milliseconds(value)
    case .texts: rules.texts = try Self.texts(value)
    case .patterns: rules.patterns = try Self.texts(value).map { try TextPattern($0) }
    case .users: rules.users = Set(try Self.texts(value).compactMap(Comment.Sender.init(name:)))
    case .modes: rules.modes = Set(try Self.texts(value).map(Self.mode))
    case .colors: rules.colors = .allBut(Set(try Self.texts(value).map(Self.color)))
    case .onlyColors: rules.colors = .only(Set(try Self.texts(value).map(Self.color)))
    case .minimumWeight: rules.minimumWeight = try Self.number(value, in: 0...100)
    case .area: rules.area = try Self.number(value, in: 0...100)
    case .subtitleSafe: rules.subtitleSafe = try Self.number(value, in: 0...100)
    case .density: rules.density = try Self.number(value, in: 0...10_000)
    }
  }

  /// What stands behind the key for `rules`; nil where nothing needs to.
  func value(of rules: RuleSet) -> String? {
    switch self {
    case .duplicates: rules.hidesDuplicates ? "true" : nil
    case .merge: rules.mergeWindow.map { "\(Double($0) / 1000)" }
    case .texts: Self.list(rules.texts)
    case .patterns: Self.list(rules.patterns.map(\.source))
    case .users: Self.list(rules.users.map(\.name).sorted())
    case .modes: Self.list(rules.modes.map { "\($0)" }.sorted())
    case .colors:
      if case .allBut(let colors) = rules.colors { Self.list(colors.map(\.hexadecimal).sorted()) } else { nil }
    case .onlyColors:
      if case .only(let colors) = rules.colors {
        Self.list(colors.map(\.hexadecimal).sorted(), evenEmpty: true)
      } else {
        nil
      }
    case .minimumWeight: rules.minimumWeight.map(String.init)
    case .area: rules.area == 100 ? nil : String(rules.area)
    case .subtitleSafe: rules.subtitleSafe == 0 ? nil : String(rules.subtitleSafe)
    case .density: rules.density.map(String.init)
    }
  }
}

extension RuleField {
  private static func list(_ texts: [String], evenEmpty: Bool = false) -> String? {
    if texts.isEmpty { return evenEmpty ? "[]" : nil }
    // Strings of TOML have the escapes of JSON.
    return "[\n" + texts.map { "  \(JSON.string($0).text),\n" }.joined() + "]"
  }

  private static func flag(_ value: ConfigurationValue) throws -> Bool {
    guard case .boolean(let flag) = value else { throw Refusal(expected: "true or false.") }
    return flag
  }

  private static func number(_ value: ConfigurationValue, in range: ClosedRange<Int>) throws -> Int {
    guard case .integer(let number) = value, range.contains(number) else {
      throw Refusal(expected: "a whole number, \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// A number of seconds, up to a day.
  private static func milliseconds(_ value: ConfigurationValue) throws -> Int {
    let seconds: Double? =
      switch value {
      case .integer(let number): Double(number)
      case .number(let number): number
      default: nil
      }
    guard let seconds, (0...86_400).contains(seconds) else { throw Refusal(expected: "a number of seconds.") }
    return Int((seconds * 1000).rounded())
  }

  private static func texts(_ value: ConfigurationValue) throws -> [String] {
    guard case .array(let values) = value else { throw Refusal(expected: "a list of texts.") }
    return try values.map { value in
      guard case .string(let text) = value else { throw Refusal(expected: "a list of texts.") }
      return text
    }
  }

  private static func mode(_ name: String) throws -> Comment.Mode {
    guard let mode = Comment.Mode.allCases.first(where: { "\($0)" == name }) else {
      throw Refusal(expected: "a list of \(Comment.Mode.allCases.map { "\($0)" }.joined(separator: ", ")).")
    }
    return mode
  }

  private static func color(_ text: String) throws -> CommentColor {
    guard text.count == 7, text.hasPrefix("#"), let rgb = UInt32(text.dropFirst(), radix: 16) else {
      throw Refusal(expected: "a list of colours such as \"#ff0000\".")
    }
    return CommentColor(rgb)
  }
}
