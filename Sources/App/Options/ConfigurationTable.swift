/// A value of a configuration or theme file, whoever parsed it.
public indirect enum ConfigurationValue: Hashable, Sendable, CustomStringConvertible {
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case array([ConfigurationValue])
  case table(ConfigurationTable)

  /// As TOML writes it.
  public var description: String {
    switch self {
    case .string(let text): "\"\(text)\""
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .boolean(let flag): String(flag)
    case .array(let values): "[\(values.map(\.description).joined(separator: ", "))]"
    case .table: "{…}"
    }
  }
}

/// Names and their values, as a TOML table has them.
public struct ConfigurationTable: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// The values by their names.
  public var values: [String: ConfigurationValue]

  /// A table of `values`.
  public init(_ values: [String: ConfigurationValue] = [:]) {
    self.values = values
  }

  /// A table of these names and values.
  public init(dictionaryLiteral elements: (String, ConfigurationValue)...) {
    values = Dictionary(elements) { _, last in last }
  }

  /// The value called `name`.
  public subscript(_ name: String) -> ConfigurationValue? { values[name] }

  /// The rows by name, so that warnings come in one order.
  var sorted: [(String, ConfigurationValue)] {
    values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// Something in a file that was not understood; the program goes on without it.
public struct ConfigurationWarning: Error, Hashable, Sendable {
  /// The file.
  public var file: String
  /// The key in it, `ui.language`.
  public var key: String
  /// What is wrong with it.
  public var problem: Problem

  /// What can be wrong with a key.
  public enum Problem: Hashable, Sendable {
    /// Nothing has this name; something near has.
    case unknownKey(nearest: String?)
    /// The value names nothing; something near has that name.
    case unknownName(value: String, nearest: String?)
    /// The value is not of the expected form.
    case badValue(value: String, expected: String)
    /// It and another hide each other.
    case collision(with: String)
  }

  static func unknownKey(_ key: String, nearest: String?, _ file: String) -> Self {
    Self(file: file, key: key, problem: .unknownKey(nearest: nearest))
  }

  /// The value of `key` names nothing.
  public static func unknownName(_ key: String, value: String, nearest: String?, _ file: String) -> Self {
    Self(file: file, key: key, problem: .unknownName(value: value, nearest: nearest))
  }

  static func badValue(_ key: String, value: String, expected: String, _ file: String) -> Self {
    Self(file: file, key: key, problem: .badValue(value: value, expected: expected))
  }

  static func collision(_ key: String, with other: String, _ file: String) -> Self {
    Self(file: file, key: key, problem: .collision(with: other))
  }
}
