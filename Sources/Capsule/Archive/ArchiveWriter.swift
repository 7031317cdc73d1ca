/// Writes files into a tar in zstd, which everyone can unpack with no program of ours.
///
///     tar --zstd -tvf capsule.tar.zst
///
/// Equal files in equal order give equal bytes, with one and the same zstd library.
struct ArchiveWriter: ~Copyable {
  /// tar(1) fills its archives up to a multiple of this.
  private static let recordLength = 20 * TarHeader.blockLength

  private var frame: FrameWriter
  private var length = 0

  /// Hands the archive to `sink` in chunks, packed at `level`, 1 to 19.
  init(level: Int, sink: @escaping ([UInt8]) throws(CapsuleError) -> Void) {
    frame = FrameWriter(level: level, sink: sink)
  }

  /// Adds a file that was changed last at `time`, in milliseconds since 1970.
  ///
  /// The name is one that `ArchiveReader` takes, in ASCII; the file is no longer than `ArchiveReader.largestEntry`.
  mutating func add(_ name: String, _ bytes: [UInt8], time: Int64) throws(CapsuleError) {
    precondition(bytes.count <= ArchiveReader.largestEntry, "\(name) has \(bytes.count) bytes: nobody would read it")
    try write(TarHeader.block(name, length: bytes.count, time: time))
    try write(bytes)
    try write([UInt8](repeating: 0, count: TarHeader.padding(after: bytes.count)))
  }

  /// Ends the archive: without this it is not one.
  mutating func finish() throws(CapsuleError) {
    let end = length + 2 * TarHeader.blockLength
    let records = (end + Self.recordLength - 1) / Self.recordLength
    try write([UInt8](repeating: 0, count: records * Self.recordLength - length))
    try frame.finish()
  }

  private mutating func write(_ bytes: [UInt8]) throws(CapsuleError) {
    try frame.write(bytes)
    length += bytes.count
  }
}
