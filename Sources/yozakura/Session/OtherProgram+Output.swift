internal import CSystem
internal import Glibc
internal import Player
internal import Spawning

extension OtherProgram {
  /// The most of what a program writes that is read, in bytes.
  private static let mostOutput = 64 << 10

  /// What `words`, a program and its arguments, write to their end; nil where they cannot be started, fail, take longer
  /// than so many milliseconds, or write without end. Then they are ended with all that they have started.
  static func output(of words: [String], within milliseconds: Int) -> String? {
    guard let connection = try? Connection() else { return nil }
    defer { close(connection.ours) }
    guard let process = try? ProgramStart(words).start(with: connection, as: STDOUT_FILENO) else { return nil }
    let bytes = read(connection.ours, until: MonotonicClock.now + milliseconds)
    if bytes == nil { kill(-process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return bytes.flatMap { status == 0 ? String(decoding: $0, as: UTF8.self) : nil }
  }

  /// What comes from `descriptor` to its end; nil where that is not reached by `deadline` of the monotonic clock.
  private static func read(_ descriptor: Int32, until deadline: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count <= mostOutput {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let rest = deadline - MonotonicClock.now
      guard rest > 0 else { return nil }
      guard poll(&waiting, 1, Int32(rest)) > 0 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += buffer[..<count] } else if errno != EINTR { return nil }
    }
    return nil
  }

  /// Whether `program`, a path or a name that is looked for along PATH, is here.
  static func isInstalled(_ program: String) -> Bool {
    if program.contains("/") { return access(program, X_OK) == 0 }
    let folders = (Environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
