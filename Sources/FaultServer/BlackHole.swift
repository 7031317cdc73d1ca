import Glibc

/// A port of 127.0.0.1 that swallows connections: they neither stand nor fail.
public final class BlackHole: Sendable {
  private let descriptors: [CInt]
  /// The port.
  public let port: Int

  /// Takes a port, listens and fills its queue: the kernel then drops every further attempt.
  public init() throws(SocketError) {
    let (listener, port) = try Socket.listen(backlog: 0)
    self.port = port
    descriptors = [listener] + (0..<4).map { _ in Socket.beginConnecting(to: port) }
  }

  deinit {
    descriptors.forEach { _ = close($0) }
  }

  /// An address to which no connection ever stands.
  public func url(_ path: String = "") -> String {
    "http://127.0.0.1:\(port)\(path)"
  }
}
