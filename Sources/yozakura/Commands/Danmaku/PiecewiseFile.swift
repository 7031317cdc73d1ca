internal import CSystem
internal import Danmaku
internal import Glibc
internal import Locking

/// A large file of comments, read in pieces on all processors; its bytes are never in memory together.
final class PiecewiseFile: Sendable {
  /// What is read at once: small enough to stay in the processor's cache, where it is scanned, with all that is read
  /// from it, and to take the same memory as the one before.
  private static let windowLength = 1 << 18
  /// No piece of a file that is worth cutting is as long; each window without a border is searched with those before.
  private static let longestPiece = 4 << 20

  private let descriptor: Int32
  private let pieces: DanmakuPieces
  private let windows: Lock<Windows>
  private let joint: Lock<DanmakuPieces.Joint?>

  private struct Windows {
    /// What the last window held behind its last border.
    var rest: [UInt8] = []
    /// Why there are no more; nil while there are.
    var end: End?

    enum End {
      /// All of the file was read.
      case file
      /// The disk failed, or what follows cannot be cut.
      case failure
    }
  }

  /// The file at `path`; nil where it is no large plain file, or its format is not read in pieces.
  init?(at path: String) throws(DanmakuError) {
    let descriptor = sys_open(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    let isPlain = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    guard isPlain, status.st_size > Self.windowLength, let pieces = Self.pieces(of: descriptor) else {
      close(descriptor)
      return nil
    }
    guard status.st_size <= DanmakuFile.limit else {
      close(descriptor)
      throw .tooLarge(limit: DanmakuFile.limit)
    }
    self.descriptor = descriptor
    self.pieces = pieces
    windows = Lock(Windows())
    joint = Lock(DanmakuPieces.Joint(pieces, fileOf: Int(status.st_size)))
  }

  deinit { close(descriptor) }

  private static func pieces(of descriptor: Int32) -> DanmakuPieces? {
    var head = [UInt8](repeating: 0, count: DanmakuPieces.headLength)
    let count = pread(descriptor, &head, head.count, 0)
    return count <= 0 ? nil : head[..<count].withUnsafeBufferPointer { DanmakuPieces(head: $0) }
  }

  /// What the file holds; nil where it has to be read whole.
  func read() -> DanmakuFile? {
    Self.keepMemory()
    Threads.run(Threads.processorCount) { self.work() }
    guard windows.withLock({ $0.end }) == .file else { return nil }
    return joint.withLock { joint in
      let file = joint?.file()
      joint = nil
      return file
    }
  }

  /// Lets the allocator keep what one piece gives back for the next one, which takes as much.
  ///
  /// glibc returns blocks of this size to the system as soon as they are free, and each page of the next one is cleared
  /// anew: a tenth of the time of a conversion.
  private static func keepMemory() {
    _ = mallopt(M_MMAP_THRESHOLD, 4 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 16 << 20)
  }

  /// Reads pieces until there are none, or one cannot be read by itself.
  private func work() {
    while let (bytes, isLast) = nextPiece() {
      guard let piece = bytes.withUnsafeBufferPointer({ pieces.read($0, isLast: isLast) }) else {
        return joint.withLock { $0 = nil }
      }
      guard joint.withLock({ $0?.append(piece) }) != nil else { return }
    }
  }

  /// The bytes up to the last border of the next window; nil behind the last one, and where the rest of the file has to
  /// be read otherwise, which ends the reading of all threads.
  private func nextPiece() -> (bytes: [UInt8], isLast: Bool)? {
    windows.withLock { windows in
      guard windows.end == nil else { return nil }
      var bytes = windows.rest
      while bytes.count < Self.longestPiece, let count = append(to: &bytes) {
        let isLast = count == 0
        let border = isLast ? bytes.count : bytes.withUnsafeBufferPointer(pieces.lastBorder)
        guard border > 0 || isLast else { continue }
        windows.end = isLast ? .file : nil
        windows.rest = Array(bytes[border...])
        bytes.removeSubrange(border...)
        return (bytes, isLast)
      }
      windows.end = .failure
      return nil
    }
  }

  /// Reads a window behind `bytes` and answers how long it is, 0 at the end of the file; nil where the disk fails.
  private func append(to bytes: inout [UInt8]) -> Int? {
    let start = bytes.count
    var length = -1
    bytes = [UInt8](unsafeUninitializedCapacity: start + Self.windowLength) { buffer, count in
      _ = buffer.initialize(from: bytes)
      repeat {
        length = Glibc.read(descriptor, buffer.baseAddress.map { $0 + start }, Self.windowLength)
      } while length < 0 && errno == EINTR
      count = start + max(0, length)
    }
    return length < 0 ? nil : length
  }
}
