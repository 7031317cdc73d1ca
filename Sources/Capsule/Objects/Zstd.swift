internal import CZstd

/// Makes zstd frames, always the same ones for the same bytes and library.
struct Compressor: ~Copyable {
  /// Beyond 3 a piece of 8 KiB shrinks by another few percent and takes several times as long.
  static let level = 3

  private let context = ZSTD_createCCtx()

  /// One frame that holds `plain` and its length.
  func frame(of plain: UnsafeRawBufferPointer) -> [UInt8] {
    let bound = ZSTD_compressBound(plain.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      let written = ZSTD_compressCCtx(
        context, buffer.baseAddress, bound, plain.baseAddress, plain.count, Int32(Self.level))
      precondition(ZSTD_isError(written) == 0, "zstd refused \(plain.count) bytes with room for \(bound)")
      count = written
    }
  }

  deinit {
    ZSTD_freeCCtx(context)
  }
}

/// Reads zstd frames.
struct Decompressor: ~Copyable {
  private let context = ZSTD_createDCtx()

  /// Fills `plain` from `frame`; false if the frame holds anything but exactly that many bytes.
  func read(_ frame: [UInt8], into plain: UnsafeMutableRawBufferPointer) -> Bool {
    let written = frame.withUnsafeBytes {
      ZSTD_decompressDCtx(context, plain.baseAddress, plain.count, $0.baseAddress, $0.count)
    }
    return ZSTD_isError(written) == 0 && written == plain.count
  }

  /// The bytes in `frame`, or nil if it is no frame or holds more than `limit`.
  func bytes(of frame: [UInt8], limit: Int) -> [UInt8]? {
    let length = frame.withUnsafeBytes { ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    // The two highest values say "unknown" and "no frame".
    guard length <= UInt64(limit) else { return nil }
    var isWhole = false
    let plain = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      isWhole = read(frame, into: UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: Int(length)))
      count = isWhole ? Int(length) : 0
    }
    return isWhole ? plain : nil
  }

  deinit {
    ZSTD_freeDCtx(context)
  }
}
