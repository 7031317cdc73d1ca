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

  /// Reads until `condition` holds for all that was written; throws where it never does.
  func wait(for what: String, until condition: ([UInt8]) throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: Terminal.patience)
    while try !condition(bytes) {
      guard try readMore(until: deadline) else { throw Missing(what: what) }
    }
  }

  /// Reads until `text` was written.
  func wait(for text: String) throws {
    let sought = Array(text.utf8)
    var start = 0
    try wait(for: text.debugDescription) { bytes in
      // What was looked through already cannot hold more than its beginning.
      defer { start = max(0, bytes.count - sought.count) }
      return bytes[start...].contains(sought)
    }
  }

  /// Waits until the program writes, and reads all that is there then: a picture is half a million bytes, of which a
  /// terminal hands over four thousand at a time. False where nothing comes before `deadline`, or ever.
  private func readMore(until deadline: Date) throws -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var pause = Int32(max(0, deadline.timeIntervalSinceNow) * 1000)
    var hasRead = false
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, pause) > 0 else { return hasRead }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return hasRead }
      bytes += buffer[..<count]
      (hasRead, pause) = (true, 0)
    }
  }

  /// Nothing of that kind was written.
  struct Missing: Error {
    let what: String
  }
}
