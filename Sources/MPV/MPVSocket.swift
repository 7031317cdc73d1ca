internal import CSystem
internal import Glibc

/// Our end of the connection to mpv: lines out, lines in, never waiting and never without bound.
///
/// It belongs to one thread.
struct MPVSocket: ~Copyable {
  /// Whoever waits for lines polls it.
  let descriptor: Int32
  private var received: [UInt8] = []
  private var unsent: [UInt8] = []

  /// A longer line mpv has no reason to write; whoever does is none.
  private static let longestLine = 4 << 20
  /// Whoever takes so little of what is sent hangs.
  private static let mostUnsent = 8 << 20

  /// Talks over `descriptor`, which it closes in the end.
  init(_ descriptor: Int32) {
    _ = sys_fcntl(descriptor, F_SETFL, Int(O_NONBLOCK))
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Whether something waits until the other side takes more.
  var wantsToWrite: Bool { !unsent.isEmpty }

  /// Sends `bytes`, now or when there is room; false where the other side is gone or takes nothing.
  mutating func send(_ bytes: [UInt8]) -> Bool {
    guard unsent.count + bytes.count <= Self.mostUnsent else { return false }
    unsent += bytes
    return flush()
  }

  /// Sends what is left; false where the other side is gone.
  mutating func flush() -> Bool {
    while !unsent.isEmpty {
      let count = Glibc.send(descriptor, unsent, unsent.count, Int32(MSG_NOSIGNAL))
      if count > 0 {
        unsent.removeFirst(count)
      } else if errno == EAGAIN {
        return true
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// The lines that have come; nil where the other side is gone, or writes lines without end.
  mutating func lines() -> [[UInt8]]? {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while received.count <= Self.longestLine {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        received += buffer[..<count]
      } else if count < 0, errno == EINTR {
        continue
      } else if count < 0, errno == EAGAIN {
        return takeLines()
      } else {
        // What was said before the end is still heard.
        let last = takeLines()
        return last.isEmpty ? nil : last
      }
    }
    return nil
  }

  private mutating func takeLines() -> [[UInt8]] {
    guard let end = received.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    let lines = received[..<end].split(separator: UInt8(ascii: "\n")).map(Array.init)
    received.removeSubrange(...end)
    return lines
  }
}
