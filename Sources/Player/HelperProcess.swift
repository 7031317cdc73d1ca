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
    do throws(ProgramStart.Failure) {
      (process, socket) = try Self.start([path] + arguments, frames: frames.descriptor)
    } catch {
      throw error.errno == ENOENT ? .playerMissing(name: path) : .playerUnusable(errno: Int(error.errno))
    }
    self.frames = frames
  }

  deinit { close(socket) }

  private static func start(_ words: [String], frames: Int32) throws(ProgramStart.Failure) -> (pid_t, socket: Int32) {
    let connection = try Connection()
    do throws(ProgramStart.Failure) {
      // The terminal is ours alone: libraries that print would print over the interface.
      let start = ProgramStart(words, descriptors: [HelperDescriptors.frames: frames])
      return (try start.start(with: connection, as: HelperDescriptors.commands), connection.ours)
    } catch {
      close(connection.ours)
      throw error
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
