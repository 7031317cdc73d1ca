import FaultServer
import Mirrors
import Providers

/// Real servers that play one course of a world.
struct TwinStage: Sendable {
  private let world: World
  private let servers: [HostileServer]

  init(_ world: World) throws {
    self.world = world
    servers = try world.scenario.mirrors.map { _ in try HostileServer() }
    for place in servers.indices { set(place, to: world.moment(of: place, at: .zero), releases: 0) }
  }

  /// The mirrors as the user would have written them down.
  var provider: ProviderConfiguration {
    ProviderConfiguration(
      name: "twin", mirrors: servers.map { $0.url("/{version}") }, versionFrom: servers.map { $0.url("/latest") },
      groups: groups)
  }

  /// Who shares whose fate.
  private var groups: [Origin: String] {
    var groups: [Origin: String] = [:]
    for (server, mirror) in zip(servers, world.scenario.mirrors) {
      if let origin = Origin(server.url()) { groups[origin] = mirror.group }
    }
    return groups
  }

  /// Lets the servers change as the world does, until its end; `start` is its first moment.
  func play(from start: ContinuousClock.Instant) async throws {
    for change in world.changes {
      try await Task.sleep(until: start.advanced(by: change), tolerance: .zero, clock: .continuous)
      let releases = world.newestRelease(at: change)
      for place in servers.indices { set(place, to: world.moment(of: place, at: change), releases: releases) }
    }
  }

  /// The file of a release.
  static func file(_ release: Int, bytes: Int) -> [UInt8] {
    let head = Array("\(release)\n".utf8)
    return head + [UInt8](repeating: 0x20, count: max(0, bytes - head.count))
  }

  /// The release that a file is of.
  static func release(of bytes: [UInt8]) -> Int? {
    Int(String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self))
  }

  private func set(_ place: Int, to moment: World.Moment, releases: Int) {
    servers[place].route("/latest", answer(moment, .version("0.3.\(moment.release)")))
    for release in 0...releases {
      let file = Self.file(release, bytes: world.scenario.bytes)
      let isKnown = release <= moment.release
      servers[place].route("/0.3.\(release)", answer(moment, isKnown ? honest(moment, file) : .status(404)))
    }
  }

  private func honest(_ moment: World.Moment, _ file: [UInt8]) -> Answer {
    guard moment.behaviour == .slow else { return .ok(file) }
    // A hundredth of 2 MB/s, in ten parts.
    return .slow(file, every: .seconds(Double(file.count) / 20_000 / 10))
  }

  private func answer(_ moment: World.Moment, _ usual: Answer) -> Answer {
    switch moment.behaviour {
    case .up, .stale: usual
    case .slow: usual.delayed(by: .milliseconds(30))
    case .silent: .stall()
    case .down, .lying, .busy, .refusing: .reset()
    }
  }
}
