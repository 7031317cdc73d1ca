/// The owner of the memory of a packed catalogue: a mapped file, or bytes in memory.
///
/// `bytes` must be the same memory, with the same content, for as long as the owner lives.
public protocol CatalogueBytes: AnyObject, Sendable {
  /// The memory.
  var bytes: UnsafeRawBufferPointer { get }
}

/// A packed catalogue that lies in memory of its own.
public final class CatalogueMemory: CatalogueBytes {
  // Safe to share: written once in `init`, never again, and freed with the last reference.
  private nonisolated(unsafe) let memory: UnsafeMutableRawBufferPointer

  /// A copy of `bytes`.
  public init(_ bytes: [UInt8]) {
    memory = .allocate(byteCount: bytes.count, alignment: 8)
    memory.copyBytes(from: bytes)
  }

  deinit {
    memory.deallocate()
  }

  /// The memory.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(memory) }
}

/// Why bytes are no packed catalogue; the caller makes it anew from the truth.
public enum CatalogueError: Error, Hashable {
  /// The bytes do not begin as a packed catalogue does.
  case notACatalogue
  /// The bytes were written by another version of the program.
  case unsupportedFormat(Int)
  /// There are fewer or more bytes than the header says.
  case wrongLength(expected: Int, actual: Int)
  /// A part lies outside of the bytes, or has not the size that its count asks for.
  case damagedSection(Int)
}
