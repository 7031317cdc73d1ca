import FaultServer
import Glibc

extension Tool {
  /// Waits until the server that was started as `name` listens at `port`, for five seconds at most.
  static func wait(for name: String, at port: Int) throws(SocketError) {
    let deadline = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < deadline {
      let descriptor = Socket.beginConnecting(to: port)
      defer { close(descriptor) }
      var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      if poll(&ready, 1, 100) == 1, ready.revents & Int16(POLLERR | POLLHUP) == 0 { return }
      poll(nil, 0, 10)
    }
    throw SocketError(call: name, code: ETIMEDOUT)
  }
}
