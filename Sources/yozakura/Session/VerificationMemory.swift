internal import Anime
internal import App
internal import Capsule

/// What the last verification found, kept in the state folder.
struct VerificationMemory {
  /// What is remembered.
  struct Entry: Equatable {
    /// When it ended.
    var at: Instant
    /// Whether every byte was read.
    var isWhole: Bool
    /// How much was not as it must be.
    var damaged: Int
  }

  private let path: String

  init(folder: String) {
    path = "\(folder)/verify.toml"
  }

  /// What the last one found; nil where there was none.
  func recall() -> Entry? {
    guard let table = (try? TOMLFile.read(path)) ?? nil, case .string(let at) = table["at"],
      let instant = Instant(iso8601: at), case .boolean(let isWhole) = table["whole"],
      case .integer(let damaged) = table["damaged"]
    else { return nil }
    return Entry(at: instant, isWhole: isWhole, damaged: damaged)
  }

  /// Notes `result`. A state folder that cannot be written is no reason to fail.
  func remember(_ result: Verification, at now: Instant) {
    let text = """
      at = \(JSON.string(now.iso8601).text)
      whole = \(result.depth == .everyByte)
      damaged = \(result.damage.count)

      """
    try? TextFile.replace(path, with: text)
  }
}

extension Session {
  /// What the last verification found.
  var verificationMemory: VerificationMemory { VerificationMemory(folder: folders.state) }
}
