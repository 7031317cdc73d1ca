/// What a look at this machine found, after mirrors failed: facts, from which a cause follows or not.
public struct LocalFacts: Equatable, Sendable {
  /// What is known of a host's name.
  public enum Name: Hashable, Sendable {
    /// It has an address.
    case found
    /// The name servers say that there is none.
    case unknown
    /// They say nothing, or nothing of use.
    case silent
  }

  /// Whether any of those who are wanted is beyond this machine.
  public var needsRoute = false
  /// Whether there is a way out over IPv4.
  public var hasRoute4 = false
  /// Whether there is a way out over IPv6.
  public var hasRoute6 = false
  /// The names of those who are wanted.
  public var names: [String: Name] = [:]
  /// Whether some of those who are wanted are known by their addresses, so that names do not decide.
  public var hasNumericHosts = false
  /// How far this machine's clock is ahead of the truth; nil where nothing speaks against it.
  public var clockError: Duration?
  /// How those who were asked failed.
  public var faults: [Fault.Code] = []
  /// Whether anybody gave a usable answer.
  public var hasAnswer = false

  /// Facts that speak against nobody.
  public init() {}

  /// Whether there is a way out.
  public var hasRoute: Bool { hasRoute4 || hasRoute6 }

  /// What is wrong on this side; nil where nothing is proven.
  public var cause: LocalFault.Cause? {
    if hasAnswer { return nil }
    if needsRoute, !hasRoute { return .noRoute }
    if !hasNumericHosts, areNamesDead { return .noDNS }
    if faults.count >= 2, faults.allSatisfy({ $0 == .page }) { return .portal }
    return clockError != nil && faults.contains(.clock) ? .wrongClock : nil
  }

  /// One name that does not exist is a mirror that is gone; all of several, or silence, are the name servers.
  /// Whoever failed in a way that takes an address proves that they answered a moment ago.
  private var areNamesDead: Bool {
    let nameless: Set<Fault.Code> = [.nameUnknown, .nameTimeout, .connectTimeout, .stalled]
    guard faults.allSatisfy(nameless.contains), !names.isEmpty, !names.values.contains(.found) else { return false }
    return names.count >= 2 || names.values.contains(.silent)
  }
}
