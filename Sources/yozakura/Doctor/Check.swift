/// One thing that the doctor looked at.
struct Check {
  /// How it stands.
  enum State: String {
    case good, warning, bad
  }

  /// What was looked at; a word of JSON output.
  var name: String
  /// How it stands.
  var state: State
  /// What was found.
  var detail: String
  /// What to do about it.
  var advice: String?

  static func good(_ name: String, _ detail: String) -> Check {
    Check(name: name, state: .good, detail: detail)
  }

  static func warning(_ name: String, _ detail: String, _ advice: String) -> Check {
    Check(name: name, state: .warning, detail: detail, advice: advice)
  }

  static func bad(_ name: String, _ detail: String, _ advice: String) -> Check {
    Check(name: name, state: .bad, detail: detail, advice: advice)
  }

  var json: JSON {
    .object([
      ("name", .string(name)), ("state", .string(state.rawValue)), ("detail", .string(detail)),
      ("advice", .string(orNull: advice)),
    ])
  }
}
