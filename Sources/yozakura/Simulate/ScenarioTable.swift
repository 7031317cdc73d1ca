internal import App
internal import Mirrors

/// One table of a scenario, read key by key; where it is wrong it says in which file, where, and what may stand there.
struct ScenarioTable {
  /// The file and the place in it, `storm.toml: [[mirror]] number 2`.
  let place: String
  private let table: ConfigurationTable

  /// The table at `place`, which may have the keys `known` and no others.
  init(_ table: ConfigurationTable, at place: String, known: [String]) throws(Failure) {
    self.place = place
    self.table = table
    guard let stranger = table.values.keys.sorted().first(where: { !known.contains($0) }) else { return }
    let nearest = known.nearest(to: stranger).map { "Did you mean `\($0)`?" }
    throw Self.failure(
      place, "`\(stranger)` is not known. \(nearest ?? "There is: \(known.joined(separator: ", ")).")")
  }

  /// The text under `key`.
  func text(_ key: String) throws(Failure) -> String? {
    guard let value = table[key] else { return nil }
    guard case .string(let text) = value else { throw wrong(key, value, expected: "a text") }
    return text
  }

  /// The text under `key`, which has to be there.
  func needed(_ key: String) throws(Failure) -> String {
    guard let text = try text(key) else { throw Self.failure(place, "`\(key)` is missing.") }
    return text
  }

  /// The whole number under `key`.
  func number(_ key: String, in range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let value = table[key] else { return nil }
    guard case .integer(let number) = value, range.contains(number) else {
      throw wrong(key, value, expected: "a whole number, \(range.lowerBound) … \(range.upperBound)")
    }
    return number
  }

  /// True or false under `key`.
  func flag(_ key: String) throws(Failure) -> Bool? {
    guard let value = table[key] else { return nil }
    guard case .boolean(let flag) = value else { throw wrong(key, value, expected: "true or false") }
    return flag
  }

  /// The time under `key`.
  func time(_ key: String, atLeast least: Duration = .milliseconds(1)) throws(Failure) -> Duration? {
    guard let value = table[key] else { return nil }
    guard case .string(let text) = value, let time = Duration(scenario: text), time >= least else {
      let bound = least > .seconds(1) ? ", at least \(Int(least / .seconds(60)))m" : ""
      throw wrong(key, value, expected: "a time such as \"40ms\", \"90s\", \"15m\", \"6h\" or \"30d\"\(bound)")
    }
    return time
  }

  /// The times that are drawn under `key`.
  func lifetime(_ key: String) throws(Failure) -> Lifetime? {
    guard let value = table[key] else { return nil }
    guard case .string(let text) = value, let lifetime = Lifetime(text) else {
      throw wrong(key, value, expected: "such as \(Lifetime.forms)")
    }
    return lifetime
  }

  /// The word under `key`, or the list of words, each of which stands for one of `Choice`.
  func choices<Choice: RawRepresentable & CaseIterable>(_ key: String) throws(Failure) -> [Choice]
  where Choice.RawValue == String {
    let value = table[key] ?? .array([])
    let values = if case .array(let values) = value { values } else { [value] }
    var choices: [Choice] = []
    for one in values {
      guard case .string(let word) = one, let choice = Choice(rawValue: word) else {
        throw wrong(key, one, expected: "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      choices.append(choice)
    }
    guard !choices.isEmpty else { throw Self.failure(place, "`\(key)` is missing.") }
    return choices
  }

  /// The tables under `key`, `[[key]]`, which may have the keys `known`.
  func tables(_ key: String, known: [String]) throws(Failure) -> [ScenarioTable] {
    guard let value = table[key] else { return [] }
    guard case .array(let values) = value else { throw wrong(key, value, expected: "[[\(key)]]") }
    var tables: [ScenarioTable] = []
    for (index, value) in values.enumerated() {
      guard case .table(let table) = value else { throw wrong(key, value, expected: "[[\(key)]]") }
      tables.append(try ScenarioTable(table, at: "\(place) [[\(key)]] number \(index + 1):", known: known))
    }
    return tables
  }

  /// The one table under `key`, `[key]`, which may have the keys `known`.
  func table(_ key: String, known: [String]) throws(Failure) -> ScenarioTable? {
    guard let value = table[key] else { return nil }
    guard case .table(let table) = value else { throw wrong(key, value, expected: "[\(key)]") }
    return try ScenarioTable(table, at: "\(place) [\(key)]:", known: known)
  }

  private func wrong(_ key: String, _ value: ConfigurationValue, expected: String) -> Failure {
    Self.failure(place, "`\(key)` is \(value.description), and has to be \(expected).")
  }

  private static func failure(_ place: String, _ what: String) -> Failure {
    Failure(.invalid, "\(place) \(what)")
  }
}
