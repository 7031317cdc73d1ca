/// A host on loopback that plays a mirror, an honest one or any other: which, the address says.
///
///     let mirrors = try (0..<4).map { _ in try MirrorActor(repertoire) }
///     mirrors[0].address(of: .silence), … mirrors[3].honestAddress
///
/// Each actor is an origin of its own. What it plays lasts as long as it lives.
public final class MirrorActor: Sendable {
  private let server: HostileServer
  private let closed: ClosedPort
  private let hole: BlackHole

  /// An actor that knows `repertoire`.
  public init(_ repertoire: Repertoire) throws(SocketError) {
    server = try HostileServer(repertoire.routes)
    closed = try ClosedPort()
    hole = try BlackHole()
  }

  /// Where the file is that it should have, honestly served.
  public var honestAddress: String { server.url(Repertoire.honest) }

  /// Where it tells the newest version.
  public var versionAddress: String { server.url(Repertoire.version) }

  /// Where it misbehaves in this way.
  public func address(of misbehaviour: Misbehaviour) -> String {
    let path = Repertoire.path(of: misbehaviour)
    return switch misbehaviour {
    case .connectRefused: closed.url(path)
    case .blackHole: hole.url(path)
    case .brokenTLS: "https://127.0.0.1:\(server.port)\(path)"
    default: server.url(path)
    }
  }

  /// What was asked of it so far, as far as a request came through.
  public var requests: [Request] { server.requests }
}
