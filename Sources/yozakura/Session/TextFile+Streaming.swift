internal import CSystem
internal import Glibc

extension TextFile {
  /// Takes the next bytes of a file.
  typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  /// Replaces the file at `path` by what `write` hands on, in one step and only when it is whole.
  ///
  /// Unlike `replace(_:with:)` it does not wait for the disk: what can be made again need not survive a power cut.
  static func replace(_ named: String, streaming write: (Sink) throws -> Void) throws {
    let path = target(of: named)
    guard !isSpecial(path) else { return try overwrite(path, named: named, streaming: write) }
    try Draft.with(for: path) { draft in
      let descriptor = try openDraft(draft, of: path, named: named)
      defer { close(descriptor) }
      try write { bytes in
        guard writeAll(bytes, to: descriptor) else { throw Failure(path: named, reason: errno) }
      }
      guard rename(draft, path) == 0 else { throw Failure(path: named, reason: errno) }
    }
  }

  /// Writes to what is no ordinary file; a reader who has left a pipe is no failure, as behind standard output.
  private static func overwrite(_ path: String, named: String, streaming write: (Sink) throws -> Void) throws {
    let descriptor = sys_open(path, O_WRONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw Failure(path: named, reason: errno) }
    defer { close(descriptor) }
    try write { bytes in
      guard !writeAll(bytes, to: descriptor) else { return }
      if errno == EPIPE { Standard.endQuietly() }
      throw Failure(path: named, reason: errno)
    }
  }
}
