internal import Anime

/// Writes tables of TOML, for files that are ours.
struct TOMLWriter {
  /// A value; `none` is not written.
  enum Value {
    case none
    case text(String)
    case integer(Int)
    case number(Double)
    case integers([Int])
    case moment(Duration)
  }

  /// A key and its value.
  typealias Field = (key: String, value: Value)

  /// What was written so far.
  private(set) var text = ""

  mutating func comment(_ line: String) {
    text += "# \(line)\n"
  }

  /// Writes the table `[path]` with `fields`.
  mutating func table(_ path: [String], _ fields: [Field]) {
    text += "\n[\(path.map(Self.quoted).joined(separator: "."))]\n"
    for field in fields {
      if let value = field.value.text { text += "\(Self.quoted(field.key)) = \(value)\n" }
    }
  }

  /// A basic string of TOML, which has the escapes of JSON.
  fileprivate static func quoted(_ text: String) -> String {
    let isBare =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      }
    return isBare ? text : JSON.string(text).text
  }
}

extension TOMLWriter.Value {
  static func text(orNone text: String?) -> Self { text.map { .text($0) } ?? .none }
  static func integer(orNone number: Int?) -> Self { number.map { .integer($0) } ?? .none }
  static func number(orNone number: Double?) -> Self { number.map { .number($0) } ?? .none }
  static func moment(orNone moment: Duration?) -> Self { moment.map { .moment($0) } ?? .none }

  fileprivate var text: String? {
    switch self {
    case .none: nil
    case .text(let text): JSON.string(text).text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .integers(let numbers): "[\(numbers.map(String.init).joined(separator: ", "))]"
    case .moment(let moment): JSON.string(Instant(moment).iso8601).text
    }
  }
}
