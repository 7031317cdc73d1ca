internal import CZstd

/// Unpacks zstd frames of any length, one after the other, in bounded memory.
final class FrameReader {
  /// No frame may refer further back: 8 MiB is what RFC 8878 recommends to every reader, and what level 19 uses.
  static let windowLimit = 1 << windowLog
  private static let windowLog = 23

  private let context = ZSTD_createDCtx()
  private let path: String
  private var packed: ByteSource
  private var unpacked = 0
  private var isInFrame = false

  /// Whether the last step may have left something in the context.
  private var isOutputFull = false

  /// Unpacks `packed`, which `path` names in errors.
  init(_ packed: ByteSource, path: String) {
    self.packed = packed
    self.path = path
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Int32(Self.windowLog))
  }

  /// Whether `bytes` are the first of a frame, or of one that is to be skipped (RFC 8878, 3.1).
  static func isFrame(_ bytes: ArraySlice<UInt8>) -> Bool {
    let magic = bytes.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return magic == 0xFD2F_B528 || magic & 0xFFFF_FFF0 == 0x184D_2A50
  }

  /// The next chunk of what was packed; an empty one is the end.
  func chunk() throws(CapsuleError) -> [UInt8] {
    while true {
      if !isInFrame { isInFrame = try findFrame() }
      guard isInFrame else { return [] }
      // A full output may have left something behind, for which no further byte is needed.
      let isFed = try packed.fill(1)
      guard isFed || isOutputFull else { throw fault(.truncated(offset: unpacked)) }
      let plain = try step()
      if !plain.isEmpty { return plain }
    }
  }

  /// Whether another frame follows; if not, nothing does but the zeros with which bsdtar fills its last record.
  private func findFrame() throws(CapsuleError) -> Bool {
    let isThere = try packed.fill(4)
    // zstd itself would also take frames of its first, unfinished formats for one.
    if isThere, Self.isFrame(packed.pending) { return true }
    guard try packed.takePadding() else { throw fault(.trailingBytes(offset: unpacked)) }
    return false
  }

  private func step() throws(CapsuleError) -> [UInt8] {
    var (result, read) = (0, 0)
    let capacity = ZSTD_DStreamOutSize()
    let plain = [UInt8](unsafeUninitializedCapacity: capacity) { plain, count in
      packed.pending.withUnsafeBytes { bytes in
        var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
        var output = ZSTD_outBuffer(dst: plain.baseAddress, size: capacity, pos: 0)
        result = ZSTD_decompressStream(context, &output, &input)
        (read, count) = (input.pos, output.pos)
      }
    }
    guard ZSTD_isError(result) == 0 else { throw fault(reason(result)) }
    packed.drop(read)
    unpacked += plain.count
    isInFrame = result != 0
    isOutputFull = isInFrame && plain.count == capacity
    return plain
  }

  private func reason(_ result: Int) -> ArchiveFault {
    switch ZSTD_getErrorCode(result) {
    case ZSTD_error_checksum_wrong: .wrongFrameChecksum
    case ZSTD_error_frameParameter_windowTooLarge: .windowTooLarge(limit: Self.windowLimit)
    default: .damagedFrame(offset: unpacked)
    }
  }

  private func fault(_ fault: ArchiveFault) -> CapsuleError { .archive(path: path, fault) }

  deinit {
    ZSTD_freeDCtx(context)
  }
}
