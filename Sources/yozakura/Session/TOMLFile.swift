internal import App
internal import Glibc
internal import TOMLKit

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
    // The parser takes a C string and would stop at the first NUL, without a word.
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(path: path, line: 1, column: 1, reason: "this is not UTF-8 text")
    }
    do {
      return table(try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      throw Failure(
        path: path, line: error.source.begin.line, column: error.source.begin.column, reason: error.description)
    } catch {
      throw Failure(path: path, line: 1, column: 1, reason: String(describing: error))
    }
  }

  private static func table(_ table: TOMLTable) -> ConfigurationTable {
    var values: [String: ConfigurationValue] = [:]
    for key in table.keys {
      if let value = table[key] { values[key] = Self.value(value) }
    }
    return ConfigurationTable(values)
  }

  private static func value(_ value: any TOMLValueConvertible) -> ConfigurationValue {
    switch value.type {
    case .table: .table(value.table.map(table) ?? ConfigurationTable())
    case .array: .array(value.array.map { $0.map(Self.value) } ?? [])
    case .string: .string(value.string ?? "")
    case .int: .integer(value.int ?? 0)
    case .double: .number(value.double ?? 0)
    case .bool: .boolean(value.bool ?? false)
    default: .string(value.debugDescription)
    }
  }
}
