import Foundation

/// The program under test.
public enum BuiltProgram {
  /// What `YOZAKURA_BINARY` names, else what was built beside the tests.
  public static let path: String = {
    let named = ProcessInfo.processInfo.environment["YOZAKURA_BINARY"] ?? ""
    guard named.isEmpty else { return named }
    return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("yozakura").path
  }()

  /// The helper that decodes, beside it.
  public static let helper = path + "-player"
}
