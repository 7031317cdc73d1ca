import CSystem
import Glibc

/// A program on a pseudo-terminal, as it would be in a window.
final class Pty {
  /// Our end.
  let descriptor: Int32
  /// The program.
  let child: Child
  /// Bytes read so far.
  private(set) var bytes = 0
  /// Frames begun so far: each begins with synchronised output.
  private(set) var frames = 0
  /// Who is told of all that is read, and when that was.
  var listener: ((ArraySlice<UInt8>, Double) -> Void)?

  /// Starts `arguments` in a window of `columns` × `rows`.
  init?(_ arguments: [String], environment: [String: String], columns: Int, rows: Int) {
    var ours: Int32 = 0
    var theirs: Int32 = 0
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ours, &theirs, nil, nil, &size) == 0 else { return nil }
    defer { close(theirs) }
    _ = sys_fcntl(ours, F_SETFD, Int(FD_CLOEXEC))
    let environment = environment.merging(["TERM": "xterm-256color", "COLORTERM": "truecolor"]) { $1 }
    guard let child = Child(arguments, environment: environment, input: theirs, output: theirs) else { return nil }
    descriptor = ours
    self.child = child
  }

  deinit {
    close(descriptor)
  }

  /// Reads until nothing has come for `quiet` milliseconds or `limit` milliseconds are over; answers the time of the last byte.
  @discardableResult
  func drain(quiet: Double, limit: Double) -> (first: Double?, last: Double?) {
    let end = now() + limit
    var first: Double?
    var last: Double?
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while now() < end {
      var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let wait = min(end - now(), last == nil ? end - now() : quiet)
      guard poll(&poller, 1, Int32(max(1, wait.rounded(.up)))) > 0 else {
        if last != nil { break }
        continue
      }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      let moment = now()
      last = moment
      first = first ?? last
      listener?(buffer[0..<count], moment)
      bytes += count
      frames += Self.count(of: Self.beginFrame, in: buffer[0..<count])
    }
    return (first, last)
  }

  /// Types `text`.
  func type(_ text: String) {
    var copy = Array(text.utf8)
    write(descriptor, &copy, copy.count)
  }

  /// Forgets what was counted.
  func resetCounts() {
    bytes = 0
    frames = 0
  }

  // ESC [ ? 2 0 2 6 h
  private static let beginFrame: [UInt8] = [0x1B, 0x5B, 0x3F, 0x32, 0x30, 0x32, 0x36, 0x68]

  private static func count(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int {
    bytes.indices.count { index in
      bytes[index] == needle[0] && index + needle.count <= bytes.endIndex
        && bytes[index..<index + needle.count].elementsEqual(needle)
    }
  }
}

/// From the start of the program to the last byte of its first frame, in a window of 200×60.
func firstFrame(of home: Home) -> Double? {
  let began = now()
  guard let pty = Pty([home.binary], environment: home.environment, columns: 200, rows: 60) else { return nil }
  let last = pty.drain(quiet: 25, limit: 5000).last
  kill(pty.child.process, SIGTERM)
  pty.drain(quiet: 200, limit: 1000)
  _ = pty.child.finish()
  return last.map { $0 - began }
}
