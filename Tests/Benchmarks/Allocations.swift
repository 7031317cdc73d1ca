import Synchronization

/// How often this program asks for memory.
///
/// The linker puts these functions before the allocator's own (`--wrap`, see the package's description) in all that is
/// linked statically, the language's own runtime too. Counters from outside see only what is still held (`mallinfo2`)
/// or need rights of their own.
enum Allocations {
  fileprivate static let counted = Atomic(0)

  /// How many blocks of memory `body` asks for, those that it gives back among them; nothing else may run meanwhile.
  static func count(during body: () -> Void) -> Int {
    let before = counted.load(ordering: .relaxed)
    body()
    return counted.load(ordering: .relaxed) - before
  }

  /// Whether the linker did so, as it does for the release: else a count of zero would say nothing.
  static var areCounted: Bool { count { _ = [UInt8](repeating: 0, count: 100).map { $0 &+ 1 } } > 0 }
}

@_cdecl("__wrap_malloc") func countedMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
  Allocations.counted.add(1, ordering: .relaxed)
  return systemMalloc(size)
}

@_cdecl("__wrap_calloc") func countedCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
  Allocations.counted.add(1, ordering: .relaxed)
  return systemCalloc(count, size)
}

@_cdecl("__wrap_realloc") func countedRealloc(
  _ block: UnsafeMutableRawPointer?, _ size: Int
) -> UnsafeMutableRawPointer? {
  Allocations.counted.add(1, ordering: .relaxed)
  return systemRealloc(block, size)
}

@_cdecl("__wrap_posix_memalign") func countedAlignedMalloc(
  _ block: UnsafeMutableRawPointer, _ alignment: Int, _ size: Int
) -> Int32 {
  Allocations.counted.add(1, ordering: .relaxed)
  return systemAlignedMalloc(block, alignment, size)
}

@_silgen_name("__real_malloc") private func systemMalloc(_ size: Int) -> UnsafeMutableRawPointer?
@_silgen_name("__real_calloc") private func systemCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer?
@_silgen_name("__real_realloc") private func systemRealloc(
  _ block: UnsafeMutableRawPointer?, _ size: Int
) -> UnsafeMutableRawPointer?
@_silgen_name("__real_posix_memalign") private func systemAlignedMalloc(
  _ block: UnsafeMutableRawPointer, _ alignment: Int, _ size: Int
) -> Int32
