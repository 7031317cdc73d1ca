internal import App

/// One table of a TOML file, read key by key; where it is wrong it says in which file, where, and what may stand there.
struct FileTable {
  /// The file and the place in it, `storm.toml: [[mirror]] number 2`.
  let place: String
  private let table: ConfigurationTable

  /// The table at `place`, of whose keys some are somebody else's.
  init(_ table: ConfigurationTable, at place: String) {
    self.place = place
    self.table = table
  }

  /// The table at `place`, which may have the keys `known` and no others.
  init(_ table: ConfigurationTable, at place: String, known: [String]) throws(Failure) {
    self.init(table, at: place)
    guard let stranger = table.values.keys.sorted().first(where: { !known.contains($0) }) else { return }
    let suggestion = known.suggestion(for: stranger)
    let rest = suggestion.isEmpty ? " There is: \(known.joined(separator: ", "))." : suggestion
    throw failure("`\(stranger)` is not known.\(rest)")
  }

  /// What stands under `key`; nil where nothing does.
  subscript(_ key: String) -> ConfigurationValue? { table[key] }

  /// The text under `key`.
  func text(_ key: String) throws(Failure) -> String? {
    guard let value = table[key] else { return nil }
    guard case .string(let text) = value else { throw wrong(key, value, expected: "a text") }
    return text
  }

  /// The text under `key`, which has to be there and to say something.
  func needed(_ key: String) throws(Failure) -> String {
    guard let text = try text(key), !text.isEmpty else { throw failure("`\(key)` is missing.") }
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

  /// The tables under `key`, `[[key]]` unless the file has another heading for them, which may have the keys `known`.
  func tables(_ key: String, under heading: String? = nil, known: [String]) throws(Failure) -> [FileTable] {
    let heading = heading ?? key
    guard let value = table[key] else { return [] }
    guard case .array(let values) = value else { throw wrong(heading, value, expected: "[[\(heading)]]") }
    var tables: [FileTable] = []
    for (index, value) in values.enumerated() {
      guard case .table(let table) = value else { throw wrong(heading, value, expected: "[[\(heading)]]") }
      tables.append(try FileTable(table, at: "\(place) [[\(heading)]] number \(index + 1):", known: known))
    }
    return tables
  }

  /// The one table under `key`, `[key]`, which may have the keys `known`.
  func table(_ key: String, known: [String]) throws(Failure) -> FileTable? {
    guard let value = table[key] else { return nil }
    guard case .table(let table) = value else { throw wrong(key, value, expected: "[\(key)]") }
    return try FileTable(table, at: "\(place) [\(key)]:", known: known)
  }

  /// Why `key` cannot have its value.
  func wrong(_ key: String, _ value: ConfigurationValue, expected: String) -> Failure {
    failure("`\(key)` is \(value.description), and has to be \(expected).")
  }

  /// What is wrong with the table.
  func failure(_ what: String) -> Failure { Failure(.invalid, "\(place) \(what)") }
}
