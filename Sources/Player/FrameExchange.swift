internal import CSystem
internal import Glibc
public import Picture
public import Playback

/// Memory that the program and its helper share, in which pictures are handed over.
///
///     header   one page; its first word says which slot lies in the middle, and whether it is fresh
///     slot 0…2 64 bytes of size, stride and time, then the rows of pixels
///
/// A triple buffer: the writer has one slot, the reader another, the third lies between them and changes hands by one
/// atomic exchange. Nobody waits for the other; a picture that nobody took in time is written over. What the helper
/// writes is not believed: sizes are checked on every reading, and the memory is sealed against shrinking.
public final class FrameExchange: @unchecked Sendable {
  // Safe to send: the word in the middle is only exchanged atomically, and each side has a slot of its own, which
  // one thread of it touches (`own` is the writer's thread's or the reader's alone).
  /// What the other process opens; it stays ours to close.
  public let descriptor: Int32
  private let memory: UnsafeMutableRawPointer
  private var own: Int

  /// The most bytes of pixels that a slot holds.
  public static let capacity = 4 << 20
  private static let page = 4096
  private static let slotHeader = 64
  private static let slotLength = slotHeader + capacity
  private static let length = page + 3 * slotLength
  private static let freshBit: UInt32 = 4

  /// Memory for a new pair of processes; nil where the system has none. The caller reads from it.
  public static func make() -> FrameExchange? {
    let descriptor = sys_memory_file("yozakura-frames")
    guard descriptor >= 0 else { return nil }
    guard ftruncate(descriptor, off_t(length)) == 0, sys_seal_size(descriptor) == 0,
      let exchange = FrameExchange(descriptor, own: 2)
    else {
      close(descriptor)
      return nil
    }
    exchange.middle.pointee = 1
    return exchange
  }

  /// The memory of an exchange that the other process made, opened to write into; nil where it is none.
  public static func open(_ descriptor: Int32) -> FrameExchange? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size == off_t(length) else { return nil }
    return FrameExchange(descriptor, own: 0)
  }

  private init?(_ descriptor: Int32, own: Int) {
    guard let memory = mmap(nil, Self.length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      memory != MAP_FAILED
    else { return nil }
    self.descriptor = descriptor
    self.memory = memory
    self.own = own
  }

  deinit {
    munmap(memory, Self.length)
    close(descriptor)
  }

  private var middle: UnsafeMutablePointer<UInt32> { memory.assumingMemoryBound(to: UInt32.self) }

  private func slot(_ index: Int) -> UnsafeMutableRawPointer { memory + Self.page + index * Self.slotLength }
}

// MARK: Sizes

extension FrameExchange {
  /// The bytes from one row of a picture to the next: whole lines of a processor's cache, as mpv wants them.
  static func stride(width: Int) -> Int { (width * 4 + 63) & ~63 }

  /// Whether pictures of this size can be handed over.
  public static func holds(_ size: PixelSize) -> Bool {
    guard (1...65_536).contains(size.width), (1...65_536).contains(size.height) else { return false }
    return stride(width: size.width) * size.height <= capacity
  }
}

// MARK: Writing and reading

extension FrameExchange {
  /// Has `draw` write a picture and lays it into the middle; false, and nothing handed over, where `draw` says so.
  ///
  /// `draw` gets the place of the first pixel and the bytes from row to row. The size must be one that it `holds`.
  public func write(
    _ size: PixelSize, time: Int, draw: (_ pixels: UnsafeMutableRawPointer, _ stride: Int) -> Bool
  ) -> Bool {
    precondition(Self.holds(size), "no slot holds \(size)")
    let slot = slot(own)
    let stride = Self.stride(width: size.width)
    guard draw(slot + Self.slotHeader, stride) else { return false }
    let header = slot.assumingMemoryBound(to: Int64.self)
    header[0] = Int64(size.width)
    header[1] = Int64(size.height)
    header[2] = Int64(time)
    own = Int(sys_exchange(middle, UInt32(own) | Self.freshBit) & 3)
    return true
  }

  /// Takes the newest picture; nil where there is none that was not taken yet, or where it makes no sense.
  public func read() -> PixelFrame? {
    guard sys_load(middle) & Self.freshBit != 0 else { return nil }
    let index = Int(sys_exchange(middle, UInt32(own)) & 3)
    guard index < 3 else { return nil }
    own = index
    let header = slot(own).assumingMemoryBound(to: Int64.self)
    let size = PixelSize(width: Int(header[0]), height: Int(header[1]))
    let time = Int(header[2])
    guard Self.holds(size) else { return nil }
    return PixelFrame(size: size, time: time, pixels: pixels(size))
  }

  private func pixels(_ size: PixelSize) -> [UInt32] {
    let first = slot(own) + Self.slotHeader
    let stride = Self.stride(width: size.width)
    return Array(unsafeUninitializedCapacity: size.width * size.height) { pixels, count in
      guard let target = pixels.baseAddress else { return }
      for row in 0..<size.height {
        memcpy(target + row * size.width, first + row * stride, size.width * 4)
      }
      count = size.width * size.height
    }
  }
}
