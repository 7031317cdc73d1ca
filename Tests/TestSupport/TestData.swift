import Foundation

/// Real files, which the tests use where this machine has them and never copy.
public enum TestData {
  /// Why a test is skipped where they are missing.
  public static let absence = "YOZAKURA_TEST_DATA names no folder that has the files"

  private static let folder: String? = {
    let named = ProcessInfo.processInfo.environment["YOZAKURA_TEST_DATA"] ?? ""
    return named.isEmpty ? nil : named
  }()

  /// The path of `name` in the folder that `YOZAKURA_TEST_DATA` names; nil where nothing is there.
  public static func path(_ name: String) -> String? {
    guard let folder else { return nil }
    let path = "\(folder)/\(name)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Whether the published files of bangumi-data are there.
  public static var hasCatalogue: Bool { path("catalog/bangumi-data/data-0.3.222.json") != nil }

  /// `data.json` of `version` of bangumi-data, unpacked.
  public static func catalogue(_ version: String) throws -> [UInt8] {
    let name = "catalog/bangumi-data/data-\(version).json"
    if let path = path(name) { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
    guard let packed = path(name + ".gz") else { throw CocoaError(.fileNoSuchFile) }
    return try Child.output(of: "/usr/bin/env", ["gzip", "-dc", packed])
  }
}
