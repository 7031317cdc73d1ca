internal import App
internal import Mirrors

extension FileTable {
  /// The time under `key`.
  func time(_ key: String, atLeast least: Duration = .milliseconds(1)) throws(Failure) -> Duration? {
    guard let value = self[key] else { return nil }
    guard case .string(let text) = value, let time = Duration(scenario: text), time >= least else {
      let bound = least > .seconds(1) ? ", at least \(Int(least / .seconds(60)))m" : ""
      throw wrong(key, value, expected: "a time such as \"40ms\", \"90s\", \"15m\", \"6h\" or \"30d\"\(bound)")
    }
    return time
  }

  /// The times that are drawn under `key`.
  func lifetime(_ key: String) throws(Failure) -> Lifetime? {
    guard let value = self[key] else { return nil }
    guard case .string(let text) = value, let lifetime = Lifetime(text) else {
      throw wrong(key, value, expected: "such as \(Lifetime.forms)")
    }
    return lifetime
  }

  /// The word under `key`, or the list of words, each of which stands for one of `Choice`.
  func choices<Choice: RawRepresentable & CaseIterable>(_ key: String) throws(Failure) -> [Choice]
  where Choice.RawValue == String {
    let value = self[key] ?? .array([])
    let values = if case .array(let values) = value { values } else { [value] }
    var choices: [Choice] = []
    for one in values {
      guard case .string(let word) = one, let choice = Choice(rawValue: word) else {
        throw wrong(key, one, expected: "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      choices.append(choice)
    }
    guard !choices.isEmpty else { throw failure("`\(key)` is missing.") }
    return choices
  }
}
