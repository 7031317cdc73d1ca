internal import FoundationEssentials

/// Any JSON, as other programs write it: what is asked for in the wrong kind is not there.
enum JSONTree: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  /// Reads `bytes`; nil where they are no JSON.
  init?(reading bytes: [UInt8]) {
    guard let tree = try? JSONDecoder().decode(JSONTree.self, from: Data(bytes)) else { return nil }
    self = tree
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  /// What stands under `name`; null where nothing does.
  subscript(_ name: String) -> JSONTree {
    if case .object(let fields) = self { fields[name] ?? .null } else { .null }
  }

  /// The text, where it is one.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number, where it is one.
  var integer: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }

  /// The number, where it is one.
  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// Yes or no, where it is that.
  var flag: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// The elements; none where it is no list.
  var elements: [JSONTree] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The fields; nil where it is no object.
  var fields: [String: JSONTree]? {
    if case .object(let fields) = self { fields } else { nil }
  }

  /// Whether it says nothing.
  var isNull: Bool {
    if case .null = self { true } else { false }
  }
}
