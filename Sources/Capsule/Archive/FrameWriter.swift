internal import CZstd

/// Packs a row of bytes into one zstd frame with a checksum, whatever its length, in bounded memory.
struct FrameWriter: ~Copyable {
  /// Beyond this a frame needs more than `FrameReader.windowLimit` to be unpacked.
  static let highestLevel = 19

  private let context = ZSTD_createCCtx()
  private let sink: ([UInt8]) throws(CapsuleError) -> Void
  private var output = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
  private var filled = 0

  /// Hands the frame to `sink`, chunk by chunk.
  init(level: Int, sink: @escaping ([UInt8]) throws(CapsuleError) -> Void) {
    precondition(1...Self.highestLevel ~= level, "frames of level \(level) are not read here")
    self.sink = sink
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Int32(level))
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  /// Appends `bytes` to what the frame holds.
  mutating func write(_ bytes: [UInt8]) throws(CapsuleError) {
    var taken = 0
    while taken < bytes.count { _ = try step(bytes, &taken, ZSTD_e_continue) }
  }

  /// Ends the frame.
  mutating func finish() throws(CapsuleError) {
    var taken = 0
    while try step([], &taken, ZSTD_e_end) > 0 {}
    try flush()
  }

  /// Packs on from the byte `taken`, and returns how much is known to be still in the context.
  private mutating func step(
    _ bytes: [UInt8], _ taken: inout Int, _ directive: ZSTD_EndDirective
  ) throws(CapsuleError) -> Int {
    let (context, used, start) = (context, filled, taken)
    let (left, read, written) = output.withUnsafeMutableBytes { output in
      bytes.withUnsafeBytes { bytes in
        var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: start)
        var output = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: used)
        let left = ZSTD_compressStream2(context, &output, &input, directive)
        return (left, input.pos, output.pos)
      }
    }
    precondition(ZSTD_isError(left) == 0, "zstd refused to pack: \(String(cString: ZSTD_getErrorName(left)))")
    (taken, filled) = (read, written)
    if filled == output.count { try flush() }
    return left
  }

  private mutating func flush() throws(CapsuleError) {
    guard filled > 0 else { return }
    let chunk = Array(output[..<filled])
    filled = 0
    try sink(chunk)
  }

  deinit {
    ZSTD_freeCCtx(context)
  }
}
