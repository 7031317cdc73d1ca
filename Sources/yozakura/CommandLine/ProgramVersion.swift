internal import Providers

/// What this program is.
enum ProgramVersion {
  /// The version of the program.
  static let number = "0.1.0"

  /// The line of `--version`.
  static var current: String { "yozakura \(number) (starter catalogue of \(StarterFacts.date))" }

  /// The fields of `--version --json`.
  static var fields: [JSON.Field] {
    [("version", .string(number)), ("starter", .string(StarterFacts.date))]
  }
}
