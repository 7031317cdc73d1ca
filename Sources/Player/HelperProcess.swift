internal import CSystem
internal import Glibc
internal import Playback
internal import Spawning

/// One running helper: its process, the socket to it and the memory for pictures.
final class HelperProcess {
  /// Our end of the socket.
  let socket: Int32
  let frames: FrameExchange
  private let process: pid_t

  /// Starts the program at `path`.
  init(path: String, arguments: [String]) throws(PlayerFailure) {
    guard let frames = FrameExchange.make() else { throw .playerUnusable(errno: Int(errno)) }
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw .playerUnusable(errno: Int(errno))
    }
    defer { close(ends[1]) }
    do throws(PlayerFailure) {
      process = try Self.spawn([path] + arguments, socket: ends[1], frames: frames.descriptor)
    } catch {
      close(ends[0])
      throw error
    }
    socket = ends[0]
    self.frames = frames
  }

  deinit { close(socket) }

  private static func spawn(_ words: [String], socket: Int32, frames: Int32) throws(PlayerFailure) -> pid_t {
    do throws(ProgramStart.Failure) {
      // The terminal is ours alone: libraries that print would print over the interface.
      return try ProgramStart(
        words, descriptors: [HelperDescriptors.commands: socket, HelperDescriptors.frames: frames]
      ).start()
    } catch {
      throw error.errno == ENOENT ? .playerMissing(name: words[0]) : .playerUnusable(errno: Int(error.errno))
    }
  }
}

// MARK: Talking and ending

extension HelperProcess {
  /// Sends `command`; a helper that is gone is noticed where it is read from.
  func send(_ command: PlayerCommand) {
    let bytes = command.wireBytes
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          socket, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count > 0 { sent += count } else if errno != EINTR { return kill() }
    }
  }

  /// What it has told, into `buffer`; false where it is gone.
  func receive(into buffer: inout WireBuffer) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = recv(socket, &bytes, bytes.count, Int32(MSG_DONTWAIT))
    if count > 0 { buffer.append(bytes[..<count]) }
    return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
  }

  /// Ends it, however it is.
  func kill() { _ = Glibc.kill(process, SIGKILL) }

  /// Waits until it has ended, and kills it where that takes longer than a moment: one that closed its socket need not
  /// have. The signal that ended it; 0 where it ended by itself.
  func reap() -> Int {
    var status: Int32 = 0
    for _ in 0..<Self.moment {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return Int(status & 0x7F) }
      if ended < 0, errno != EINTR { return 0 }
      // Waiting for a process has no limit of its own.
      usleep(1000)
    }
    kill()
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return 0 }
    }
    return Int(status & 0x7F)
  }

  /// So many milliseconds are a moment.
  private static let moment = 1000
}
