import CZlib

/// Unpacks gzip as it arrives, and never more than a limit.
///
/// Not curl's own: it bounds what it unpacks only since 8.20, and Debian 12 has 7.88.
struct Inflater: ~Copyable {
  enum Failure: Error {
    case tooLarge
    case broken
  }

  private let stream: z_streamp
  private let window: UnsafeMutableBufferPointer<UInt8>
  private(set) var isAtEnd = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    window = .allocate(capacity: 64 << 10)
    let result = z_inflateInit(stream)
    precondition(result == Z_OK, "zlib refuses to start: \(result)")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    window.deallocate()
  }

  /// Appends what `packed` unpacks to to `body`, which may grow to `limit` bytes.
  mutating func unpack(
    _ packed: UnsafeBufferPointer<UInt8>, into body: inout [UInt8], limit: Int
  ) throws(Failure) {
    stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    stream.pointee.avail_in = uInt(packed.count)
    repeat {
      if isAtEnd {
        guard stream.pointee.avail_in > 0 else { return }
        // Several gzip members one after the other are one body (RFC 1952, 2.2).
        guard inflateReset(stream) == Z_OK else { throw .broken }
        isAtEnd = false
      }
      stream.pointee.next_out = window.baseAddress
      stream.pointee.avail_out = uInt(window.count)
      let result = inflate(stream, Z_NO_FLUSH)
      let count = window.count - Int(stream.pointee.avail_out)
      guard body.count + count <= limit else { throw .tooLarge }
      body.append(contentsOf: UnsafeBufferPointer(rebasing: window[..<count]))
      switch result {
      case Z_STREAM_END: isAtEnd = true
      case Z_OK: break
      case Z_BUF_ERROR: return
      default: throw .broken
      }
    } while stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0
  }
}
