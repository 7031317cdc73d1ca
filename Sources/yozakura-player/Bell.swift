internal import CSystem
internal import Glibc

/// An eventfd that mpv's callbacks ring: they may call nothing of mpv, and must not wait.
enum Bell {
  /// The descriptor as a callback's context.
  static func context(_ descriptor: Int32) -> UnsafeMutableRawPointer? {
    UnsafeMutableRawPointer(bitPattern: Int(descriptor))
  }

  /// Rings the bell whose `context` this is.
  static func ring(_ context: UnsafeMutableRawPointer?) {
    var one: UInt64 = 1
    _ = write(Int32(Int(bitPattern: context)), &one, 8)
  }

  /// Waits until it was rung since the last time; false where that cannot be.
  static func wait(_ descriptor: Int32) -> Bool {
    var count: UInt64 = 0
    while read(descriptor, &count, 8) != 8 {
      guard errno == EINTR else { return false }
    }
    return true
  }
}
