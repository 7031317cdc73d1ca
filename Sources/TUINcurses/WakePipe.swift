import CSystem
import Glibc

/// A pipe to the UI thread: a byte in it ends the wait for input.
///
/// Signal handlers write to it too; the byte says what happened.
public final class WakePipe: Sendable {
  enum Reason: UInt8 {
    case message, windowChanged, stop, continued, end
  }

  let readEnd: Int32
  let writeEnd: Int32

  /// Opens a pipe; without one there is no way to reach the UI thread.
  public init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "no pipe: errno \(errno)")
    for end in ends {
      // Never blocks: a full pipe wakes as well as one byte more.
      _ = sys_fcntl(end, F_SETFL, Int(O_NONBLOCK))
      _ = sys_fcntl(end, F_SETFD, Int(FD_CLOEXEC))
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Ends the wait for input, from any thread.
  public func wake() {
    var byte = Reason.message.rawValue
    _ = write(writeEnd, &byte, 1)
  }

  /// Takes all that was written.
  func drain() -> Set<Reason> {
    var reasons: Set<Reason> = []
    var bytes = [UInt8](repeating: 0, count: 512)
    while case let count = read(readEnd, &bytes, bytes.count), count > 0 {
      reasons.formUnion(bytes[..<count].compactMap(Reason.init))
    }
    return reasons
  }
}
