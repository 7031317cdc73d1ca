import Glibc

/// Plays a script on one connection.
struct Performance {
  let connection: CInt

  func play(_ script: [Answer.Step]) {
    for step in script {
      switch step {
      case .send(let bytes): guard send(bytes) else { return }
      case .trickle(let bytes, let size, let pause):
        var rest = bytes[...]
        while !rest.isEmpty {
          guard send(Array(rest.prefix(size))), wait(pause) else { return }
          rest = rest.dropFirst(size)
        }
      case .forever(let bytes, let pause): while send(bytes), wait(pause) {}
      case .wait(let pause): guard wait(pause) else { return }
      case .stall: while wait(.seconds(3600)) {}
      case .reset:
        // Lingering for no time at all turns the close into a reset.
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        return
      }
    }
    shutdown(connection, CInt(SHUT_WR))
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Waits; false once the client has gone or the server ends.
  private func wait(_ pause: Duration) -> Bool {
    guard pause > .zero else { return true }
    // A client that sent its request has nothing more to say: what can be read now is its end.
    var descriptor = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, CInt(pause / .milliseconds(1)) + 1) <= 0
  }
}
