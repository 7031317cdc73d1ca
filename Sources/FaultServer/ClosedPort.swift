import Glibc

/// A port of 127.0.0.1 at which connections are refused, as long as this lives.
public final class ClosedPort: Sendable {
  private let descriptor: CInt
  /// The port.
  public let port: Int

  /// Takes a port and does not listen.
  public init() throws(SocketError) {
    (descriptor, port) = try Socket.bind()
  }

  deinit {
    close(descriptor)
  }

  /// An address at which nothing listens.
  public func url(_ path: String = "") -> String {
    "http://127.0.0.1:\(port)\(path)"
  }
}
