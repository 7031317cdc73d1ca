/// Why a scenario cannot be simulated.
public enum ScenarioError: Error, Hashable, Sendable {
  /// No mirror serves the file.
  case noServer
  /// An address holds the version, and no mirror tells it.
  case noTeller
  /// More mirrors than can be simulated.
  case tooManyMirrors(Int)
  /// More clients than can be simulated, or none.
  case badCount(Int)
  /// More clients are to be simulated than there are or than can be, or none.
  case badSample(Int, of: Int)
  /// Not a name for a mirror.
  case badName(String)
  /// Two mirrors, or two groups, have this name.
  case twice(String)
  /// A mirror is of a group that is not there.
  case unknownGroup(String, mirror: String)
  /// An outage befalls somebody who is not there.
  case unknownTarget(String)
  /// A mirror bears less than the requests that one simulated client stands for.
  case capacityTooSmall(mirror: String, least: Int)
}

extension Scenario {
  /// The most mirrors.
  public static let mirrorLimit = 128
  /// The most clients, and the most of them that are simulated one by one.
  public static let clientLimit = 1_000_000, sampleLimit = 100_000

  /// Throws what is wrong with it.
  public func validate() throws(ScenarioError) {
    guard mirrors.contains(where: \.serves) else { throw .noServer }
    if mirrors.contains(where: { $0.serves && $0.isVersioned }), !mirrors.contains(where: \.tells) { throw .noTeller }
    guard mirrors.count <= Self.mirrorLimit else { throw .tooManyMirrors(mirrors.count) }
    guard (1...Self.clientLimit).contains(clients.count) else { throw .badCount(clients.count) }
    guard (1...min(Self.sampleLimit, clients.count)).contains(clients.sample) else {
      throw .badSample(clients.sample, of: clients.count)
    }
    try validateNames()
    let targets = mirrors.map(\.name) + groups.map(\.name)
    for target in outages.compactMap(\.target) where !targets.contains(target) { throw .unknownTarget(target) }
    for mirror in mirrors where mirror.capacity.map({ $0 < clients.weight }) ?? false {
      throw .capacityTooSmall(mirror: mirror.name, least: Int(clients.weight.rounded(.up)))
    }
  }

  private func validateNames() throws(ScenarioError) {
    for names in [mirrors.map(\.name), groups.map(\.name)] {
      for (place, name) in names.enumerated() where names[..<place].contains(name) { throw .twice(name) }
    }
    for mirror in mirrors {
      guard Mirror.isName(mirror.name) else { throw .badName(mirror.name) }
      guard let group = mirror.group else { continue }
      guard groups.contains(where: { $0.name == group }) else { throw .unknownGroup(group, mirror: mirror.name) }
    }
  }
}
