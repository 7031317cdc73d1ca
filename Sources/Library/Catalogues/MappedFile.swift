import Anime
import CSystem
import Glibc

/// A file that is mapped into memory and read in place.
///
/// Our files are never written to once they have their name, so what is mapped does not change;
/// whoever replaces or removes one leaves the memory to those who have it.
final class MappedFile: CatalogueBytes {
  // Safe to share: mapped once for reading, never written, and unmapped with the last reference.
  /// The memory.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// Maps the file at `path`. Nil where there is none, or nothing in it.
  init?(_ path: String) {
    let descriptor = sys_open(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}
