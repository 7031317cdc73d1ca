internal import App
internal import Capsule

extension Configuration {
  /// Which commits keep their content.
  var retention: Retention {
    Retention(all: retentionAll, daily: retentionDaily, weekly: retentionWeekly, monthly: retentionMonthly)
  }

  /// Below how many bytes of free room nothing more is fetched.
  var contentReserve: ContentReserve {
    switch capsuleReserve {
    case .automatic: .standard
    case .bytes(let count): .bytes(count)
    }
  }
}
