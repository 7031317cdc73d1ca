internal import CSystem
internal import Glibc
internal import Locking
internal import Playback

/// The way back to the program.
///
/// Where nobody is there any more, there is nobody to play for: the helper ends.
struct EventChannel: Sendable {
  private let descriptor: Int32
  /// One message at a time: events come from two threads.
  private let turn = Lock(())

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Tells of `event`.
  func send(_ event: PlayerEvent) {
    let bytes = event.wireBytes
    turn.withLock { _ in
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes {
          Glibc.send(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
        }
        if count > 0 { sent += count } else if errno != EINTR { _exit(0) }
      }
    }
  }
}
