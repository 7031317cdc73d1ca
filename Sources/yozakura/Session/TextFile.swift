internal import CSystem
internal import Glibc

/// Small text files, whole.
enum TextFile {
  /// Why a file could not be read or written.
  struct Failure: Error {
    var path: String
    /// `errno`, as the system says it.
    var reason: Int32
    var text: String { "\(path): \(String(cString: strerror(reason)))" }
  }

  /// The bytes of the file at `path`; nil where there is none.
  static func read(_ path: String, atMost limit: Int = 16 << 20) throws(Failure) -> [UInt8]? {
    let descriptor = sys_open(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Failure(path: path, reason: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    // Of an ordinary file the size is known, and nothing is read in vain.
    guard fstat(descriptor, &status) != 0 || status.st_mode & S_IFMT != S_IFREG || status.st_size <= limit else {
      throw Failure(path: path, reason: EFBIG)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(path: path, reason: errno)
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    throw Failure(path: path, reason: EFBIG)
  }

  /// Replaces the file at `path` in one step: a reader sees the old text or the new, whatever happens meanwhile.
  ///
  /// What is no ordinary file, such as `/dev/stdout`, is written to; a symbolic link stays one.
  static func replace(_ named: String, with text: String, makingFolder: Bool = true) throws(Failure) {
    try replace(named, with: [Array(text.utf8)], makingFolder: makingFolder)
  }

  /// Replaces it by the bytes of `pieces`, one piece behind the other.
  static func replace(_ named: String, with pieces: [[UInt8]], makingFolder: Bool = true) throws(Failure) {
    let path = target(of: named)
    if isSpecial(path) { return try overwrite(path, with: pieces) }
    let folder = folder(of: path)
    if makingFolder { try makeFolder(folder) }
    try Draft.with(for: path) { draft throws(Failure) in
      let descriptor = try openDraft(draft, of: path, named: named)
      let isWritten = writeAll(pieces, to: descriptor) && fsync(descriptor) == 0
      let reason = errno
      close(descriptor)
      guard isWritten else { throw Failure(path: named, reason: reason) }
      guard rename(draft, path) == 0 else { throw Failure(path: named, reason: errno) }
    }
    let directory = sys_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// Opens the draft of the file at `path`, which its owner asked for as `named`. Who may read the old file may read
  /// the new one, and nobody else.
  static func openDraft(_ draft: String, of path: String, named: String) throws(Failure) -> Int32 {
    var old = stat()
    let mode = stat(path, &old) == 0 ? old.st_mode & 0o7777 : nil
    let descriptor = sys_open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode ?? 0o644)
    guard descriptor >= 0 else { throw Failure(path: named, reason: errno) }
    // What the mask of the process took away.
    if let mode { fchmod(descriptor, mode) }
    return descriptor
  }

  private static func overwrite(_ path: String, with pieces: [[UInt8]]) throws(Failure) {
    let descriptor = sys_open(path, O_WRONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw Failure(path: path, reason: errno) }
    defer { close(descriptor) }
    guard !writeAll(pieces, to: descriptor) else { return }
    if errno == EPIPE { Standard.endQuietly() }
    throw Failure(path: path, reason: errno)
  }

  /// Whether something is at `path` that is no ordinary file.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// What `path` leads to, where it is a symbolic link.
  static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Adds `line` to the file at `path`, which is made where it is missing.
  static func append(_ line: String, to path: String) throws(Failure) {
    try makeFolder(folder(of: path))
    let descriptor = sys_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, reason: errno) }
    defer { close(descriptor) }
    guard writeAll([Array(line.utf8)], to: descriptor) else { throw Failure(path: path, reason: errno) }
  }

  /// Makes the folder at `path` and those around it, where they are missing.
  static func makeFolder(_ path: String) throws(Failure) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, path != "/" else { throw Failure(path: path, reason: errno) }
    try makeFolder(folder(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Failure(path: path, reason: errno) }
  }

  /// Whether a folder is at `path`.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder in which `path` lies.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func writeAll(_ pieces: [[UInt8]], to descriptor: Int32) -> Bool {
    pieces.allSatisfy { piece in piece.withUnsafeBytes { writeAll($0, to: descriptor) } }
  }

  /// Whether all of `bytes` could be written; else `errno` tells why.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }
}
