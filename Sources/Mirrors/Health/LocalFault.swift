/// A fault on this side of all mirrors: none of them is blamed while it lasts.
public struct LocalFault: Hashable, Sendable {
  /// What is wrong.
  public enum Cause: String, CaseIterable, Sendable {
    /// No mirror answers, and nothing says why.
    case everythingFails
    /// There is no way out of this machine.
    case noRoute
    /// No name can be resolved.
    case noDNS
    /// A portal or a proxy answers in the mirrors' place.
    case portal
    /// This machine's clock is wrong, so that no certificate is valid.
    case wrongClock
    /// Something between here and the mirrors changes what they send.
    case tampering

    /// Whether it means that nothing can be reached, and not that somebody else answers.
    var isSilence: Bool { [.everythingFails, .noRoute, .noDNS].contains(self) }
  }

  /// What is wrong.
  public var cause: Cause
  /// Since when.
  public var since: Duration
  /// How often it was tried since.
  public var tries: Int
  /// When the network is tried again in the background.
  public var nextTry: Duration

  /// A local fault.
  public init(cause: Cause, since: Duration, tries: Int = 1, nextTry: Duration) {
    self.cause = cause
    self.since = since
    self.tries = tries
    self.nextTry = nextTry
  }

  /// Whether it keeps every request on this machine, so that trying again costs no server anything.
  public var isSilent: Bool { cause == .noRoute || cause == .noDNS }

  /// Whether a failure like `fault` may be its doing. While this machine's clock is wrong, a service that speaks speaks
  /// for itself; behind a portal somebody else may speak in its place.
  func mayLookLike(_ fault: Fault) -> Bool {
    fault.mayBeLocal || cause != .wrongClock
  }
}
