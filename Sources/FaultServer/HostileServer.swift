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

  private struct State {
    var routes: [String: Answer]
    var requests: [Request] = []
    /// The connections that are open, to be ended with the server.
    var connections: Set<CInt> = []
    var isStopped = false
  }

  /// A server with these answers by path, query left out. All other paths answer 404.
  public init(_ routes: [String: Answer] = [:]) throws(SocketError) {
    (listener, port) = try Socket.listen(backlog: 128)
    state = Lock(State(routes: routes))
    acceptConnections()
  }

  deinit {
    state.withLock { state in
      state.isStopped = true
      // Whoever waits on one wakes up, finds that it is over, and closes it.
      for connection in state.connections { shutdown(connection, CInt(SHUT_RDWR)) }
    }
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
    let (listener, state) = (listener, state)
    Socket.startThread {
      while !state.withLock({ $0.isStopped }) {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
          if errno == EINTR || errno == ECONNABORTED { continue }
          return
        }
        Socket.closeOnExec(connection)
        Socket.sendAtOnce(connection)
        Socket.startThread { Self.serve(connection, state) }
      }
    }
  }

  private static func serve(_ connection: CInt, _ state: Lock<State>) {
    let isWanted = state.withLock { state in
      if !state.isStopped { state.connections.insert(connection) }
      return !state.isStopped
    }
    defer {
      // Under the lock, so that nobody ends another connection that has got the same number.
      state.withLock { state in
        state.connections.remove(connection)
        close(connection)
      }
    }
    guard isWanted, let request = Request.read(from: connection) else { return }
    let answer = state.withLock { state in
      state.requests.append(request)
      return state.routes[request.path]
    }
    Performance(connection: connection).play((answer ?? .status(404, "nothing here")).script(request))
  }
}
