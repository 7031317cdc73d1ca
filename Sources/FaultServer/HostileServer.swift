import Glibc
import Locking

/// An HTTP server on loopback that misbehaves as told, path by path.
///
///     let server = try HostileServer(["/a": .stall(afterBytes: 100, of: body), "/b": .ok(body)])
///     … server.url("/a") … server.count("/a") …
///
/// One thread per connection, so that waiting cases run side by side. It ends when it is released.
public final class HostileServer: Sendable {
  /// The port on 127.0.0.1.
  public let port: Int
  private let listener: CInt
  private let state: Lock<State>

  final class Flag: Sendable {
    let isUp = Lock(false)
  }

  struct State: Sendable {
    var routes: [String: Answer]
    var requests: [Request] = []
  }

  private let stopped = Flag()

  /// A server with these answers by path, query left out. All other paths answer 404.
  public init(_ routes: [String: Answer] = [:]) throws(SocketError) {
    (listener, port) = try Socket.listen(backlog: 128)
    state = Lock(State(routes: routes))
    acceptConnections()
  }

  deinit {
    stopped.isUp.withLock { $0 = true }
    shutdown(listener, CInt(SHUT_RDWR))
    close(listener)
  }

  /// The address of `path` here.
  public func url(_ path: String = "") -> String {
    "http://127.0.0.1:\(port)\(path)"
  }

  /// Answers `path` with `answer` from now on.
  public func route(_ path: String, _ answer: Answer) {
    state.withLock { $0.routes[path] = answer }
  }

  /// What was asked so far, in order.
  public var requests: [Request] {
    state.withLock { $0.requests }
  }

  /// How often `path` was asked for.
  public func count(_ path: String) -> Int {
    requests.count { $0.path == path }
  }

  private func acceptConnections() {
    let (listener, state, stopped) = (listener, state, stopped)
    Socket.startThread {
      while !stopped.isUp.withLock({ $0 }) {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
          if errno == EINTR || errno == ECONNABORTED { continue }
          return
        }
        Socket.closeOnExec(connection)
        Socket.sendAtOnce(connection)
        Socket.startThread { Self.serve(connection, state: state, stopped: stopped) }
      }
    }
  }

  private static func serve(_ connection: CInt, state: Lock<State>, stopped: Flag) {
    defer { close(connection) }
    guard let request = Request.read(from: connection) else { return }
    let answer = state.withLock { state in
      state.requests.append(request)
      return state.routes[request.path]
    }
    Performance(connection: connection, isStopped: { stopped.isUp.withLock { $0 } })
      .play((answer ?? .status(404, "nothing here")).script(request))
  }
}
