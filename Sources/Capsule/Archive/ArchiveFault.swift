/// Why an archive is not read, or not read on. Offsets are those of the unpacked tar.
public enum ArchiveFault: Error, Equatable, Sendable {
  /// The file is neither a tar nor a tar in zstd.
  case notAnArchive

  /// The file ends before the archive does.
  case truncated(offset: Int)

  /// The sum over the header at `offset` is not what the header says.
  case wrongChecksum(offset: Int)

  /// The header at `offset`, or what extends it, says nothing that makes sense.
  case malformedHeader(offset: Int)

  /// The name leads out of the folder it is unpacked in, is none, or could do harm where it is shown.
  case unsafeName(String)

  /// The entry is a link, a device or something else that is neither file nor folder; `type` is tar's letter for it.
  case notAFile(name: String, type: UInt8)

  /// The entry has more bytes than an entry may have.
  case entryTooLarge(name: String, length: Int, limit: Int)

  /// The archive has more entries than an archive may have.
  case tooManyEntries(limit: Int)

  /// The archive, unpacked, has more bytes than its reader takes.
  case tooLarge(limit: Int)

  /// Something follows the end of the archive.
  case trailingBytes(offset: Int)

  /// The zstd frame is damaged at or behind what `offset` was unpacked from.
  case damagedFrame(offset: Int)

  /// The zstd frame could be unpacked, but not to what was packed.
  case wrongFrameChecksum

  /// The zstd frame needs more memory to unpack than its reader gives it.
  case windowTooLarge(limit: Int)
}
