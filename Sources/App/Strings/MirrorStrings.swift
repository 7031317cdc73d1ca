/// The phrases about mirrors in one language: their screen, and what the bars say of them.
struct MirrorStrings: Sendable {
  let title: String
  let awaited: String
  let none: String
  /// That the fault is on this side, and what it is.
  let blameless: @Sendable (_ fault: String) -> String
  /// How many mirrors can be asked, in the bar, and below their own heading.
  let usable: @Sendable (_ count: Int, _ of: Int) -> String
  let usableOf: @Sendable (_ count: Int, _ of: Int) -> String
  let disputed: String
  let disputedAtLength: String
  let fetched: @Sendable (_ ago: String) -> String

  // One mirror.
  let state: @Sendable (MirrorState) -> String
  /// The same in a narrow column, where what is good needs no word.
  let stateWord: @Sendable (MirrorState) -> String
  /// What it is asked for, where that is not the content.
  let versionSource: String
  let role: @Sendable (MirrorLine.Role, _ provider: String) -> String
  let pin: String
  let pinned: String
  let reason: @Sendable (GradeReason) -> String
  /// What happens when its state ends.
  let due: @Sendable (MirrorState, _ wait: String) -> String
  let behind: String
  let milliseconds: @Sendable (Int) -> String

  // The sheet.
  let address: String
  let data: String
  let grade: String
  let group: String
  let aloneInGroup: String
  let firstByte: String
  let firstBytes: @Sendable (_ median: String, _ slowest: String?) -> String
  let lastTries: @Sendable (Int) -> String
  let throughput: String
  let success: String
  let successes: @Sendable (_ percent: Int, _ attempts: Int) -> String
  let version: @Sendable (_ version: String?, _ isBehind: Bool) -> String
  let lastSuccess: String
  let never: String
  let lastError: String
  let next: String

  // The bottom line.
  let trying: @Sendable (_ host: String) -> String
  let answered: @Sendable (_ host: String) -> String
  let tried: @Sendable (_ host: String, _ cause: String) -> String
  let comparing: @Sendable (_ provider: String) -> String
  let compared: @Sendable (MirrorComparison) -> String
}

extension Strings {
  /// What it came to when mirrors were asked for the same version.
  public func compared(_ comparison: MirrorComparison) -> String { mirrors.compared(comparison) }

  /// Whether a mirror is asked, and why not.
  public func word(for state: MirrorState) -> String { mirrors.state(state) }
}
