import CSystem
import Foundation
import TestSupport

/// A terminal that draws nothing: the test reads every byte that the program writes, and answers in its place.
final class ByteTerminal {
  /// What the program wrote so far.
  private(set) var bytes: [UInt8] = []
  private let descriptor: Int32
  private let child: Child

  /// Starts the program with `arguments` in a window of `columns` × `rows`, whose cells have so many pixels.
  init(_ arguments: [String], home: Home, columns: Int, rows: Int, cell: (width: Int, height: Int)) throws {
    var (ours, theirs): (Int32, Int32) = (0, 0)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: UInt16(columns * cell.width),
      ws_ypixel: UInt16(rows * cell.height))
    guard openpty(&ours, &theirs, nil, nil, &size) == 0 else { throw POSIXError(.EIO) }
    _ = sys_fcntl(ours, F_SETFD, Int(FD_CLOEXEC))
    descriptor = ours
    defer { close(theirs) }
    child = try Child(
      BuiltProgram.path, arguments, environment: home.environment, input: theirs, output: theirs, talk: theirs)
  }

  deinit {
    kill(child.process, SIGTERM)
    close(descriptor)
    child.end()
  }

  /// Sends `text` as if it were typed, or answered.
  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  /// Reads until `condition` holds for all that was written; throws after `seconds`.
  func wait(for what: String, seconds: Double = 20, until condition: ([UInt8]) throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while try !condition(bytes) {
      let rest = deadline.timeIntervalSinceNow
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard rest > 0, poll(&waiting, 1, Int32(rest * 1000) + 1) > 0 else { throw Missing(what: what) }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { throw Missing(what: what) }
      bytes += buffer[..<count]
    }
  }

  /// Nothing of that kind was written.
  struct Missing: Error {
    let what: String
  }
}
