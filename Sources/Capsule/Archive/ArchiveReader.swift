/// Reads the files of a tar, packed with zstd or not, one at a time.
///
/// The archive comes from a stranger, so it is refused rather than mended, and takes little memory whatever it says of
/// itself. What people made with GNU tar or bsdtar is read too: folders and remarks are passed over.
///
/// A file is handed out whole or not at all. But that its bytes are what was packed is known only when `next()` has
/// returned nil: zstd's checksum stands at the end.
struct ArchiveReader: ~Copyable {
  /// What an archive may ask for.
  struct Limits {
    /// How many bytes the tar may have, unpacked and with its headers.
    var length: Int

    /// How many files and folders it may hold.
    var entries = 1_000_000
  }

  /// No entry holds more, because no object does.
  static let largestEntry = ObjectReader.largestObject

  /// What extends a header is a name or two, and perhaps some attributes.
  private static let largestExtension = 1024 * 1024

  private let path: String
  private let limits: Limits
  /// The tar, unpacked; before `isOpen` the file as it is.
  private var tar: ByteSource
  private var isOpen = false
  private var entries = 0
  private var outcome: Outcome?

  /// How reading ended, so that it is not tried again.
  private enum Outcome {
    case finished
    case failed(CapsuleError)
  }

  /// Reads the chunks that `source` gives, an empty one being the end; `path` names the archive in errors.
  init(path: String, limits: Limits, source: @escaping () throws(CapsuleError) -> [UInt8]) {
    self.path = path
    self.limits = limits
    tar = ByteSource(source)
  }

  /// The next file; nil when the archive has been read and proven to its end.
  mutating func next() throws(CapsuleError) -> (name: String, bytes: [UInt8])? {
    switch outcome {
    case .finished: return nil
    case .failed(let error): throw error
    case nil: break
    }
    do throws(CapsuleError) {
      let file = try nextFile()
      if file == nil { outcome = .finished }
      return file
    } catch {
      outcome = .failed(error)
      throw error
    }
  }

  private mutating func nextFile() throws(CapsuleError) -> (name: String, bytes: [UInt8])? {
    if !isOpen { try open() }
    var extended = ExtendedHeader()
    while true {
      let offset = tar.offset
      guard let header = try header() else {
        guard extended == ExtendedHeader() else { throw fault(.malformedHeader(offset: offset)) }
        try end()
        return nil
      }
      switch header.kind {
      case .extendedHeader:
        let records = try bytes(header.name, header.length, limit: Self.largestExtension)
        guard let more = ExtendedHeader(records: records) else { throw fault(.malformedHeader(offset: offset)) }
        extended.merge(more)
      case .longName:
        let name = try bytes(header.name, header.length, limit: Self.largestExtension)
        extended.name = extended.name ?? Array(name.prefix { $0 != 0 })
      case .globalHeader, .longLink:
        _ = try bytes(header.name, header.length, limit: Self.largestExtension)
      case .file, .folder, .other:
        let file = try entry(header, extended, at: offset)
        if let file { return file }
        extended = ExtendedHeader()
      }
    }
  }

  /// Looks what the archive is packed with.
  private mutating func open() throws(CapsuleError) {
    guard try tar.fill(4) else { throw fault(.notAnArchive) }
    if FrameReader.isFrame(tar.pending) { tar = ByteSource(FrameReader(tar, path: path).chunk) }
    isOpen = true
  }

  /// The next header; nil for the block of zeros that ends the archive.
  private mutating func header() throws(CapsuleError) -> TarHeader? {
    let offset = tar.offset
    // A frame that is cut off says so itself; what is whole and this short is something else.
    let isWhole = try tar.fill(TarHeader.blockLength)
    guard isWhole || offset > 0 else { throw fault(.notAnArchive) }
    let block = try take(TarHeader.blockLength)
    guard block.contains(where: { $0 != 0 }) else { return nil }
    return try facts { () throws(ArchiveFault) in try TarHeader(block, at: offset) }
  }

  /// The file that `header` begins; nil for a folder.
  private mutating func entry(
    _ header: TarHeader, _ extended: ExtendedHeader, at offset: Int
  ) throws(CapsuleError) -> (name: String, bytes: [UInt8])? {
    entries += 1
    guard entries <= limits.entries else { throw fault(.tooManyEntries(limit: limits.entries)) }
    let (name, length) = (extended.name ?? header.name, extended.length ?? header.length)
    switch header.kind {
    case .file where extended.isSparse: throw fault(.notAFile(name: text(name), type: UInt8(ascii: "S")))
    // Version 7 knew folders by their names alone.
    case .file where length > 0 || name.last != UInt8(ascii: "/"):
      let checked = try facts { () throws(ArchiveFault) in try ArchiveName.checked(name) }
      return (checked, try bytes(name, length, limit: Self.largestEntry))
    case .other(let type): throw fault(.notAFile(name: text(name), type: type))
    default:
      guard length == 0 else { throw fault(.malformedHeader(offset: offset)) }
      try facts { () throws(ArchiveFault) in try ArchiveName.checkFolder(name) }
      return nil
    }
  }

  /// The bytes that follow a header, without what fills the last block.
  private mutating func bytes(_ name: [UInt8], _ length: Int, limit: Int) throws(CapsuleError) -> [UInt8] {
    guard length <= limit else {
      throw fault(.entryTooLarge(name: text(name), length: length, limit: limit))
    }
    let bytes = try take(length)
    _ = try take(TarHeader.padding(after: length))
    return bytes
  }

  /// Exactly `count` bytes; memory grows with what is there, not with what is promised.
  private mutating func take(_ count: Int) throws(CapsuleError) -> [UInt8] {
    guard count <= limits.length - tar.offset else { throw fault(.tooLarge(limit: limits.length)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, 256 * 1024))
    while bytes.count < count {
      let taken = try tar.take(upTo: count - bytes.count)
      guard !taken.isEmpty else { throw fault(.truncated(offset: tar.offset)) }
      bytes += taken
    }
    return bytes
  }

  /// Reads what follows the first block of zeros: a second one, then zeros only.
  private mutating func end() throws(CapsuleError) {
    let start = tar.offset
    guard try tar.takePadding() else { throw fault(.trailingBytes(offset: tar.offset)) }
    guard tar.offset - start >= TarHeader.blockLength else { throw fault(.truncated(offset: tar.offset)) }
  }

  /// Says of a fault that `body` found whose it is.
  private func facts<Value>(_ body: () throws(ArchiveFault) -> Value) throws(CapsuleError) -> Value {
    do throws(ArchiveFault) { return try body() } catch { throw fault(error) }
  }

  private func text(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }

  private func fault(_ fault: ArchiveFault) -> CapsuleError { .archive(path: path, fault) }
}
