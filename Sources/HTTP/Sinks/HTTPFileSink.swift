import CSystem
import Glibc
import Locking

/// Writes a body to a file as it comes, and shows the whole file to an observer, such as a hash.
///
///     curl ──16 KiB──▶ take ──256 KiB──▶ file ──1 MiB──▶ observer
///                  the client's thread │ a task that follows
///
/// The observer is not on the client's thread, and is never far behind, because the file itself is what it reads: also
/// the bytes that an earlier request has brought. Nothing is synced.
public final class HTTPFileSink: HTTPSink {
  fileprivate struct State {
    var buffer: [UInt8] = []
    /// Where the buffer belongs in the file.
    var offset = 0
    /// What went wrong first.
    var failure: CInt?
  }

  private static let bufferSize = 256 << 10
  private static let stepSize = 1 << 20

  /// The file.
  public let path: String
  private let descriptor: CInt
  private let state = Lock(State())
  private let marks: AsyncStream<Int>.Continuation
  private let follower: Task<Void, Never>

  /// A sink that writes to `path`, which is made where it is not there, and shows all of it to `observer`, in order.
  /// Nil where it cannot be opened.
  public init?(path: String, observer: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
    let descriptor = sys_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    (self.path, self.descriptor) = (path, descriptor)
    let (ends, marks) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
    self.marks = marks
    // The last to use the file, and so the one that closes it.
    follower = Task.detached {
      await Self.follow(descriptor, to: ends, observer)
      close(descriptor)
    }
  }

  deinit {
    marks.finish()
  }

  /// The error number of what went wrong with the file; nil where nothing did.
  public var failure: CInt? {
    state.withLock { $0.failure }
  }

  /// Keeps the first `offset` bytes of the file, which must be there.
  public func begin(at offset: Int) -> Bool {
    state.withLock { state in
      state.buffer.reserveCapacity(Self.bufferSize)
      state.offset = offset
      var status = stat()
      guard fstat(descriptor, &status) == 0, ftruncate(descriptor, offset) == 0 else { return state.fail(errno) }
      return status.st_size >= offset || state.fail(ENODATA)
    }
  }

  /// Takes the next bytes of the file.
  public func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    state.withLock { state in
      state.buffer.append(contentsOf: bytes)
      return state.buffer.count < Self.bufferSize || write(&state)
    }
  }

  /// Returns when the file has all that was taken, and the observer has seen it.
  public func finish() async {
    _ = state.withLock { write(&$0) }
    marks.finish()
    await follower.value
  }

  private func write(_ state: inout State) -> Bool {
    var written = 0
    while written < state.buffer.count {
      let count = state.buffer.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written, state.offset + written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        return state.fail(errno)
      }
    }
    state.offset += written
    state.buffer.removeAll(keepingCapacity: true)
    marks.yield(state.offset)
    return true
  }

  /// Shows the file up to each of `ends`, until there is none any more.
  private static func follow(
    _ descriptor: CInt, to ends: AsyncStream<Int>, _ observer: @Sendable (UnsafeRawBufferPointer) -> Void
  ) async {
    var offset = 0
    var step = [UInt8](repeating: 0, count: stepSize)
    for await end in ends {
      while offset < end {
        let count = pread(descriptor, &step, min(step.count, end - offset), offset)
        guard count > 0 else { return }
        step.withUnsafeBytes { observer(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        offset += count
      }
    }
  }
}

extension HTTPFileSink.State {
  /// Notes what went wrong, and answers that it did.
  fileprivate mutating func fail(_ code: CInt) -> Bool {
    failure = failure ?? code
    buffer.removeAll()
    return false
  }
}
