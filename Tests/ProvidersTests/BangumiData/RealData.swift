import Foundation
import Testing

/// The published files of bangumi-data, where this machine has them.
enum RealData {
  static let folder = ProcessInfo.processInfo.environment["YOZAKURA_TEST_DATA"].map {
    $0 + "/catalog/bangumi-data"
  }

  /// The bytes of `data.json` of `version`, unpacked.
  static func bytes(_ version: String) throws -> [UInt8] {
    let path = try #require(folder) + "/data-\(version).json"
    if let data = FileManager.default.contents(atPath: path) { return Array(data) }
    let gzip = Process()
    let output = Pipe()
    gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-dc", path + ".gz"]
    gzip.standardOutput = output
    try gzip.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    gzip.waitUntilExit()
    try #require(gzip.terminationStatus == 0)
    return Array(data)
  }
}
