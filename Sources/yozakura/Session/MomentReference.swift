internal import Anime
internal import Library

/// A moment as people name it: `2026-03-22`, which is the end of that day here, `2026-03-22T13:00:00+09:00`, or a
/// commit's number or the beginning of its name.
enum MomentReference: Equatable {
  case instant(Instant)
  case commit(String)

  /// Reads `text`. Nil for anything else, and for days that do not exist.
  init?(_ text: String, zone: Zone) {
    if let date = CivilDate(iso8601: text) {
      self = .instant(Instant(milliseconds: zone.startOfDay(date.adding(days: 1)).milliseconds - 1))
    } else if let instant = Instant(iso8601: text) {
      self = .instant(instant)
    } else if Self.isCommit(text) {
      self = .commit(text)
    } else {
      return nil
    }
  }

  /// Digits, or eight digits, a hyphen and hexadecimal ones; `2026-13` is neither.
  private static func isCommit(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let number = parts.first, !number.isEmpty, number.allSatisfy({ (48...57).contains($0) }) else { return false }
    if parts.count == 1 { return true }
    return parts.count == 2 && number.count >= 8
      && parts[1].allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

extension ShowLibrary {
  /// What was known at `moment`.
  func past(_ moment: MomentReference) throws -> PastSnapshot {
    switch moment {
    case .instant(let instant): try past(at: instant)
    case .commit("0"): try pastBeforeAll()
    case .commit(let name): try past(of: commit(named: name))
    }
  }
}
