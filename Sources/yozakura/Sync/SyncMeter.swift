internal import Anime
internal import Locking
internal import Providers
internal import TUI

/// One line on the terminal that tells how far a sync is: bytes, rate, mirror.
final class SyncMeter: Sendable {
  private let isShown: Bool
  private let isQuiet: Bool
  private let latest = Lock<[String: FetchProgress]>([:])

  /// Shown where there is a terminal to show it on; a long wait is told elsewhere too, unless quiet was asked for.
  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isShown = !isQuiet && Standard.talkIsTerminal && Environment["TERM"] != "dumb"
  }

  /// Shows `progress` in place of what was shown before.
  func show(_ progress: FetchProgress) {
    guard isShown else { return }
    show(
      latest.withLock { latest in
        latest[progress.provider] = progress
        return latest.sorted { $0.key < $1.key }.map { Self.text($0.value) }.joined(separator: "  ")
      })
  }

  /// Shows that the next try is in so many seconds; without a terminal it is said once, when the wait begins.
  func show(waiting seconds: Int, for provider: String, because cause: String, isFirst: Bool) {
    let text = "\(provider): next try in \(seconds) s · \(cause)"
    guard isShown else {
      if isFirst, !isQuiet { Standard.talk(Page.cleaned(text) + "\n") }
      return
    }
    show(text)
    latest.withLock { $0 = [provider: FetchProgress(provider: provider, phase: .connecting)] }
  }

  private func show(_ line: String) {
    let columns = max(20, (Standard.columns(of: 2) ?? 80) - 1)
    Standard.talk("\r\u{1B}[K\(Page.cleaned(line).truncated(to: columns))")
  }

  /// Takes the line away.
  func clear() {
    guard isShown, latest.withLock({ !$0.isEmpty }) else { return }
    Standard.talk("\r\u{1B}[K")
  }

  private static func text(_ progress: FetchProgress) -> String {
    let amount = progress.total.map { "\(size(progress.bytes)) of \(size($0))" } ?? size(progress.bytes)
    let place = progress.mirror.map { " · \(Address.host($0))" } ?? ""
    return switch progress.phase {
    case .askingVersion: "\(progress.provider): which version is the newest?"
    case .connecting: "\(progress.provider): connecting\(place)"
    case .receiving: "\(progress.provider): \(amount) · \(size(progress.bytesPerSecond))/s\(place)"
    case .checking: "\(progress.provider): checking \(size(progress.bytes))\(place)"
    }
  }

  /// `7.6 MB`
  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) B"
    case ..<1_000_000: "\(bytes / 1000) kB"
    default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }
  }
}
