internal import CSystem
internal import Glibc
internal import Playback

/// One running helper: its process, the socket to it and the memory for pictures.
final class HelperProcess {
  /// Our end of the socket.
  let socket: Int32
  let frames: FrameExchange
  private let process: pid_t

  /// How many processes of the same kind a helper leads: a group of its own, which Ctrl-C does not reach.
  private static let flags = Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)

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
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The terminal is ours alone: libraries that print would print over the interface.
    for standard in 0...2 { posix_spawn_file_actions_addopen(&actions, Int32(standard), "/dev/null", O_RDWR, 0) }
    // By way of higher numbers: one of the two may have the number that the other is to get.
    let spare = max(socket, frames, 10)
    for (step, source) in [socket, frames].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, source, spare + 1 + Int32(step))
    }
    posix_spawn_file_actions_adddup2(&actions, spare + 1, HelperDescriptors.commands)
    posix_spawn_file_actions_adddup2(&actions, spare + 2, HelperDescriptors.frames)
    for step in 1...2 { posix_spawn_file_actions_addclose(&actions, spare + Int32(step)) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    prepare(&attributes)
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, words[0], &actions, &attributes, &pointers, environ)
    guard status != ENOENT else { throw .playerMissing(name: words[0]) }
    guard status == 0 else { throw .playerUnusable(errno: Int(status)) }
    return process
  }

  /// Signals as a program finds them that a shell starts, whatever ours does with them.
  private static func prepare(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, flags)
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
