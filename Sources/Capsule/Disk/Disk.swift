/// The file operations that the capsule needs, one system call each.
///
/// They are handed in so that a test can stop the world before any of them,
/// tear a write in two or fill the disk.
public protocol Disk: Sendable {
  /// Opens the file at `path`.
  func open(_ path: String, _ mode: DiskMode) throws(CapsuleError) -> DiskFile

  /// Reads at most `count` bytes from `offset`; fewer only at the end of the file.
  func read(_ file: DiskFile, count: Int, at offset: Int) throws(CapsuleError) -> [UInt8]

  /// Writes all of `bytes` at `offset`.
  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int) throws(CapsuleError)

  /// Cuts or extends the file to `length`.
  func truncate(_ file: DiskFile, to length: Int) throws(CapsuleError)

  /// Returns when the file's bytes (the folder's entries) would survive a power cut.
  func sync(_ file: DiskFile) throws(CapsuleError)

  /// Returns when all that was written to the file system of `file` would survive a power cut.
  func syncFileSystem(of file: DiskFile) throws(CapsuleError)

  /// Closes the file. What had to reach the disk has been synced before.
  func close(_ file: DiskFile)

  /// Takes the lock on an open file, if nobody has it. It ends with the process, if not before.
  func lock(_ file: DiskFile) throws(CapsuleError) -> Bool

  /// Gives the lock back.
  func unlock(_ file: DiskFile)

  /// Gives the file at `path` the name `target`, in place of what had it.
  func rename(_ path: String, to target: String) throws(CapsuleError)

  /// Removes the file at `path`.
  func remove(_ path: String) throws(CapsuleError)

  /// Makes one folder. That it is there already is no error.
  func makeFolder(_ path: String) throws(CapsuleError)

  /// The names in a folder, in no order.
  func list(_ path: String) throws(CapsuleError) -> [String]

  /// The length in bytes of what is at `path`, or nil if nothing is.
  func length(of path: String) throws(CapsuleError) -> Int?

  /// How much room the file system of `path` has; nil where nobody can tell.
  func room(at path: String) -> DiskRoom?
}

/// The room of a file system, in bytes.
public struct DiskRoom: Hashable, Sendable {
  /// What is left for this user.
  public var available: Int64
  /// All that there is.
  public var total: Int64

  /// `available` bytes of `total`.
  public init(available: Int64, total: Int64) {
    self.available = available
    self.total = total
  }
}

/// What a file is opened for.
public enum DiskMode: Sendable {
  /// Reading a file that is there.
  case reading

  /// Writing into a file that is there.
  case writing

  /// Writing into a file that is made if it is not there.
  case making

  /// Writing a file that must not be there yet, and that nobody writes to afterwards.
  case once

  /// A folder, in order to sync it.
  case folder
}

/// An open file.
public struct DiskFile: Sendable {
  /// What the system knows it by.
  public let descriptor: Int32

  /// Where it was opened, for errors.
  public let path: String

  /// Describes an open file.
  public init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }
}

extension Disk {
  /// Runs `body` with the file open.
  func with<Result>(
    _ path: String, _ mode: DiskMode, _ body: (DiskFile) throws(CapsuleError) -> Result
  ) throws(CapsuleError) -> Result {
    let file = try open(path, mode)
    defer { close(file) }
    return try body(file)
  }

  /// All bytes of the file at `path`, or nil if there is no such file.
  func contents(of path: String) throws(CapsuleError) -> [UInt8]? {
    do {
      return try with(path, .reading) { file throws(CapsuleError) in
        try contents(of: file)
      }
    } catch  where error.isNotFound {
      return nil
    }
  }

  /// All bytes of the file, also while it grows.
  private func contents(of file: DiskFile) throws(CapsuleError) -> [UInt8] {
    let step = 64 * 1024
    var bytes = try read(file, count: step, at: 0)
    var isWhole = bytes.count < step
    while !isWhole {
      let more = try read(file, count: max(step, bytes.count), at: bytes.count)
      isWhole = more.count < max(step, bytes.count)
      bytes += more
    }
    return bytes
  }

  /// Makes the entries of a folder survive a power cut.
  func syncFolder(_ path: String) throws(CapsuleError) {
    try with(path, .folder) { file throws(CapsuleError) in
      try sync(file)
    }
  }
}
