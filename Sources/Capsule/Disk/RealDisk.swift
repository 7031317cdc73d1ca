internal import CSystem
internal import Glibc

/// The disk of the machine.
public struct RealDisk: Disk {
  /// Makes the machine's disk.
  public init() {}

  /// `open`, never inherited by a child process.
  public func open(_ path: String, _ mode: DiskMode) throws(CapsuleError) -> DiskFile {
    let flags =
      switch mode {
      case .reading: O_RDONLY
      case .writing: O_RDWR
      case .making: O_RDWR | O_CREAT
      case .once: O_RDWR | O_CREAT | O_EXCL
      case .folder: O_RDONLY | O_DIRECTORY
      }
    let permissions: mode_t = mode == .once ? 0o444 : 0o644
    let descriptor = try checked(mode == .reading ? .read : .open, path) {
      sys_open(path, flags | O_CLOEXEC, permissions)
    }
    return DiskFile(descriptor: descriptor, path: path)
  }

  /// `pread`, until `count` bytes or the end.
  public func read(_ file: DiskFile, count: Int, at offset: Int) throws(CapsuleError) -> [UInt8] {
    var failure: CapsuleError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let result = Glibc.pread(file.descriptor, buffer.baseAddress! + filled, count - filled, offset + filled)
        if result > 0 {
          filled += result
        } else if result == 0 {
          return
        } else if errno != EINTR {
          failure = CapsuleError(.read, file.path, errno: errno)
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// `pwrite`, until all is written.
  public func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int) throws(CapsuleError) {
    var written = 0
    while written < bytes.count {
      let result = bytes.withUnsafeBytes {
        pwrite(file.descriptor, $0.baseAddress! + written, bytes.count - written, offset + written)
      }
      if result >= 0 {
        written += result
      } else if errno != EINTR {
        throw CapsuleError(.write, file.path, errno: errno)
      }
    }
  }

  /// `ftruncate`.
  public func truncate(_ file: DiskFile, to length: Int) throws(CapsuleError) {
    try checked(.truncate, file.path) { ftruncate(file.descriptor, length) }
  }

  /// `fsync`: a log that grew needs its new length as much as its bytes.
  public func sync(_ file: DiskFile) throws(CapsuleError) {
    try checked(.sync, file.path) { fsync(file.descriptor) }
  }

  /// `syncfs`: with a thousand small files five times faster than a sync of each.
  public func syncFileSystem(of file: DiskFile) throws(CapsuleError) {
    try checked(.sync, file.path) { syncfs(file.descriptor) }
  }

  /// `close`.
  public func close(_ file: DiskFile) {
    _ = Glibc.close(file.descriptor)
  }

  /// `flock`, exclusive, without waiting.
  public func lock(_ file: DiskFile) throws(CapsuleError) -> Bool {
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw CapsuleError(.lock, file.path, errno: errno) }
    }
    return true
  }

  /// `flock` too: closing would not do where a child between its fork and its exec still has the file.
  public func unlock(_ file: DiskFile) {
    _ = flock(file.descriptor, LOCK_UN)
  }

  /// `rename`.
  public func rename(_ path: String, to target: String) throws(CapsuleError) {
    try checked(.rename, target) { Glibc.rename(path, target) }
  }

  /// `unlink`.
  public func remove(_ path: String) throws(CapsuleError) {
    try checked(.remove, path) { unlink(path) }
  }

  /// `mkdir`, for the user alone: notes are private.
  public func makeFolder(_ path: String) throws(CapsuleError) {
    guard mkdir(path, 0o700) != 0 else { return }
    let code = errno
    if code == EEXIST { return }
    // A folder that is there answers EROFS or EACCES before EEXIST on some file systems.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    throw CapsuleError(.makeFolder, path, errno: code)
  }

  /// `readdir`, without `.` and `..`.
  public func list(_ path: String) throws(CapsuleError) -> [String] {
    guard let folder = opendir(path) else { throw CapsuleError(.list, path, errno: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw CapsuleError(.list, path, errno: errno) }
    return names
  }

  /// `stat`.
  public func length(of path: String) throws(CapsuleError) -> Int? {
    var status = stat()
    if stat(path, &status) == 0 { return Int(status.st_size) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw CapsuleError(.status, path, errno: errno)
  }

  /// `statvfs`.
  public func room(at path: String) -> DiskRoom? {
    var status = statvfs()
    guard statvfs(path, &status) == 0, status.f_blocks > 0 else { return nil }
    let block = Int64(clamping: status.f_frsize)
    return DiskRoom(
      available: Int64(clamping: status.f_bavail) * block, total: Int64(clamping: status.f_blocks) * block)
  }

  /// Repeats `call` while signals interrupt it; throws what else goes wrong.
  @discardableResult
  private func checked(_ call: DiskCall, _ path: String, _ body: () -> Int32) throws(CapsuleError) -> Int32 {
    while true {
      let result = body()
      if result >= 0 { return result }
      if errno != EINTR { throw CapsuleError(call, path, errno: errno) }
    }
  }
}
