public import Foundation

/// Text that a test compares with what was recorded in a file.
///
///     try Snapshot.verify(backend.picture, named: "Tonight 80x24 ja")
///
/// The file of a test in `Tests/AppTests/TonightTests.swift` is
/// `Tests/Snapshots/AppTests/TonightTests/NAME.txt`. A missing file is
/// recorded, and the test fails: look at it, then run again.
/// `RECORD_SNAPSHOTS=1` records all anew.
public enum Snapshot {
  /// Why a comparison failed.
  public enum Mismatch: Error, CustomStringConvertible {
    case recorded(path: String)
    case unreadable(path: String, reason: String)
    case different(path: String, rows: String)

    /// What to do, or the rows that differ.
    public var description: String {
      switch self {
      case .recorded(let path): "recorded \(path), where there was none: look at it, then run the test again"
      case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
      case .different(let path, let rows): "differs from \(path)\n\(rows)"
      }
    }
  }

  /// Compares `text` with the file of `name`, and records it where there is none.
  public static func verify(
    _ text: String, named name: String, extension fileExtension: String = "txt", filePath: String = #filePath
  ) throws {
    let url = file(named: name, extension: fileExtension, ofTest: filePath)
    let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    let recorded = records ? nil : try contents(of: url)
    guard recorded != text else { return }
    if let recorded {
      throw Mismatch.different(path: url.path, rows: difference(expected: recorded, actual: text))
    }
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    if !records { throw Mismatch.recorded(path: url.path) }
  }

  /// What is recorded in `url`; nil only where there is no such file, for what cannot be read is not recorded anew.
  static func contents(of url: URL) throws -> String? {
    do {
      return try String(contentsOf: url, encoding: .utf8)
    } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
      return nil
    } catch {
      throw Mismatch.unreadable(path: url.path, reason: "\(error)")
    }
  }

  /// Where the text of `name` is recorded for the test in `filePath`.
  ///
  /// Outside the test targets' folders, where the package manager would ask what each file is for.
  public static func file(named name: String, extension fileExtension: String, ofTest filePath: String) -> URL {
    let test = URL(fileURLWithPath: filePath).deletingPathExtension()
    let components = test.pathComponents
    let tests = components.lastIndex(of: "Tests") ?? components.count - 2
    let folder = components[...tests] + ["Snapshots"] + components[(tests + 1)...]
    let safe = name.map { $0 == "/" || $0 == " " ? "-" : $0 }
    return URL(fileURLWithPath: NSString.path(withComponents: Array(folder)))
      .appendingPathComponent(String(safe) + "." + fileExtension)
  }

  /// The rows that differ: `-` what was expected, `+` what came.
  static func difference(expected: String, actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for row in 0..<max(old.count, new.count) {
      let before = row < old.count ? old[row] : nil
      let after = row < new.count ? new[row] : nil
      guard before != after else { continue }
      lines.append("row \(row + 1)")
      if let before { lines.append("- \(before)") }
      if let after { lines.append("+ \(after)") }
    }
    return lines.joined(separator: "\n")
  }
}
