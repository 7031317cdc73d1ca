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
    guard !isSpecial(path) else { return try stream(to: path, O_WRONLY, write) }
    try Draft.with(for: path) { draft in
      try stream(to: draft, O_WRONLY | O_CREAT | O_TRUNC, write)
      guard rename(draft, path) == 0 else { throw Failure(path: path, reason: errno) }
    }
  }

  private static func stream(to path: String, _ flags: Int32, _ write: (Sink) throws -> Void) throws {
    let descriptor = sys_open(path, flags | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, reason: errno) }
    defer { close(descriptor) }
    try write { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 {
          guard errno == EINTR else { throw Failure(path: path, reason: errno) }
          continue
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
