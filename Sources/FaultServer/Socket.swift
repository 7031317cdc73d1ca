import Glibc
import Locking

/// The calls that a server on loopback needs.
package enum Socket {
  /// A socket on a free port of 127.0.0.1, bound, not listening; a shared port can be bound once more by who shares too.
  package static func bind(shared: Bool = false) throws(SocketError) -> (descriptor: CInt, port: Int) {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw SocketError(call: "socket", code: errno) }
    var isShared = CInt(shared ? 1 : 0)
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &isShared, socklen_t(MemoryLayout<CInt>.size))
    var address = loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard Glibc.bind(descriptor, address, size) == 0 else { return CInt(-1) }
        return getsockname(descriptor, address, &size)
      }
    }
    guard result == 0 else { throw SocketError(call: "bind", code: errno) }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// A listening socket on a free port.
  static func listen(backlog: CInt) throws(SocketError) -> (descriptor: CInt, port: Int) {
    let (descriptor, port) = try bind()
    guard Glibc.listen(descriptor, backlog) == 0 else { throw SocketError(call: "listen", code: errno) }
    return (descriptor, port)
  }

  /// Keeps `descriptor` from programs that another test starts: one of them would hold the connection open.
  static func closeOnExec(_ descriptor: CInt) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// Has every piece leave in a segment of its own, however small.
  static func sendAtOnce(_ descriptor: CInt) {
    var isOn: CInt = 1
    setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<CInt>.size))
  }

  /// Begins to connect to `port` and does not wait.
  package static func beginConnecting(to port: Int) -> CInt {
    let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_INET, kind, 0)
    var address = loopback(port: port)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return descriptor
  }

  private static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  /// Runs `body` on a thread of its own.
  static func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body)).toOpaque()
    let result = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, box)
    precondition(result == 0, "no thread for a connection: \(result)")
    pthread_detach(thread)
  }
}
