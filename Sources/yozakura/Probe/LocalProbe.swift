internal import Mirrors

/// Looks at this machine: is there a way out, do names have addresses?
///
/// No stranger is asked for it: the kernel knows the routes, and the names are those of the mirrors.
struct LocalProbe: Sendable {
  /// Who is wanted.
  let origins: Set<Origin>
  /// How they are reached.
  var proxies = Proxies.environment
  /// How long name servers are waited for.
  var deadline = Duration.milliseconds(2500)

  /// What it finds, within the deadline.
  func look() async -> LocalFacts {
    let hosts = Set(origins.map { proxies.nextHost(to: $0) })
    let numeric = hosts.filter(NameProbe.isNumeric)
    var facts = LocalFacts()
    facts.names = await NameProbe.ask(hosts.subtracting(numeric), within: deadline)
    facts.hasNumericHosts = !numeric.isEmpty
    facts.needsRoute = !hosts.allSatisfy(Self.isThisMachine)
    (facts.hasRoute4, facts.hasRoute6) = RouteProbe.internet()
    return facts
  }

  private static func isThisMachine(_ host: String) -> Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
      || host.hasPrefix("127.") && NameProbe.isNumeric(host)
  }
}
