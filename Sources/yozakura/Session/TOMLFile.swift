internal import App
internal import Glibc
internal import TOML

/// A TOML file, read.
enum TOMLFile {
  /// Why a TOML file could not be read: what, and where in it.
  struct Failure: Error, Equatable {
    var path: String
    var line: Int
    var column: Int
    var reason: String
    var text: String { "\(path):\(line):\(column): \(reason)" }
  }

  /// The names of the files NAME.toml in `folder`; none where there is no such folder.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
    }
    return names
  }

  /// The table in the file at `path`; nil where there is no file.
  static func read(_ path: String) throws -> ConfigurationTable? {
    guard let bytes = try TextFile.read(path, atMost: 1 << 20) else { return nil }
    return try parse(bytes, path: path)
  }

  /// The table that `bytes` are.
  static func parse(_ bytes: [UInt8], path: String) throws(Failure) -> ConfigurationTable {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(path: path, line: 1, column: 1, reason: "this is not UTF-8 text")
    }
    do throws(TOMLError) {
      return table(try TOML.parse(text))
    } catch {
      throw Failure(path: path, line: error.line, column: error.column, reason: error.reason)
    }
  }

  private static func table(_ values: [String: TOMLValue]) -> ConfigurationTable {
    ConfigurationTable(values.mapValues(value))
  }

  private static func value(_ value: TOMLValue) -> ConfigurationValue {
    switch value {
    case .string(let text), .moment(let text): .string(text)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .boolean(let flag): .boolean(flag)
    case .array(let values): .array(values.map(Self.value))
    case .table(let values): .table(table(values))
    }
  }
}
