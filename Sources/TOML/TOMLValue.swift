/// What stands behind a key of a TOML file.
public indirect enum TOMLValue: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  /// A date, a time or both, as it is written.
  case moment(String)
  case array([TOMLValue])
  case table([String: TOMLValue])
}

/// Why a text is no TOML, and where.
public struct TOMLError: Error, Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The character in its line, from 1.
  public var column: Int
  /// What is wrong there.
  public var reason: String
}

/// Reads TOML 1.0.0 (https://toml.io/en/v1.0.0), whatever it is given: the files are people's own, and half typed.
///
///     let table = try TOML.parse("[ui]\nlanguage = \"ja\"\n")   // ["ui": .table(["language": .string("ja")])]
///
/// Moments are not looked into, as nothing here asks for any.
public enum TOML {
  /// The table that `text` is.
  public static func parse(_ text: String) throws(TOMLError) -> [String: TOMLValue] {
    var reader = TOMLReader(text)
    return try reader.document()
  }
}
