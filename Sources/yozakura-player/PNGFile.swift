internal import CSystem
internal import CZlib
internal import Glibc
internal import Playback

/// A picture as a file of the format PNG (ISO/IEC 15948): eight bits each of red, green and blue.
struct PNGFile {
  private let picture: CapturedPicture

  init(_ picture: CapturedPicture) { self.picture = picture }

  /// Writes it to a new file at `path`; false where that cannot be, and where a file is there already.
  func write(to path: String) -> Bool {
    guard let bytes else { return false }
    let descriptor = sys_open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    let isWritten = Self.write(bytes, to: descriptor)
    // A disk that is full may say so only now.
    let isClosed = close(descriptor) == 0
    if !isWritten || !isClosed { unlink(path) }
    return isWritten && isClosed
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count > 0 { sent += count } else if errno != EINTR { return false }
    }
    return true
  }
}

// MARK: The format

extension PNGFile {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// What every row begins with: each of its bytes is told as the difference from the one above it, which costs one
  /// subtraction and makes films a third smaller.
  private static let differsFromAbove: UInt8 = 2
  /// zlib's level: six takes four times as long for a tenth less.
  private static let level: Int32 = 3

  /// The bytes of the file; nil where memory is short.
  private var bytes: [UInt8]? {
    compressed.map { Self.signature + Self.chunk("IHDR", header) + Self.chunk("IDAT", $0) + Self.chunk("IEND", []) }
  }

  /// Width and height, then eight bits, true colour, and the only ways there are to compress, filter and not interlace.
  private var header: [UInt8] {
    Self.number(UInt32(picture.size.width)) + Self.number(UInt32(picture.size.height)) + [8, 2, 0, 0, 0]
  }

  /// Length, name, content and a checksum of both of these.
  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let summed = Array(name.utf8) + content
    return number(UInt32(content.count)) + summed + number(UInt32(crc32(0, summed, UInt32(summed.count))))
  }

  private static func number(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }

  private var compressed: [UInt8]? {
    let rows = filtered
    var length = compressBound(UInt(rows.count))
    var bytes = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&bytes, &length, rows, UInt(rows.count), Self.level) == Z_OK else { return nil }
    bytes.removeLast(bytes.count - Int(length))
    return bytes
  }

  /// The rows as they are compressed.
  private var filtered: [UInt8] {
    let width = picture.size.width
    let length = (1 + 3 * width) * picture.size.height
    return picture.pixels.withUnsafeBufferPointer { pixels in
      Array(unsafeUninitializedCapacity: length) { bytes, count in
        for row in 0..<picture.size.height {
          bytes.initializeElement(at: count, to: Self.differsFromAbove)
          count += 1
          for index in row * width..<(row + 1) * width {
            let (color, above) = (pixels[index], row == 0 ? 0 : pixels[index - width])
            for shift in [0, 8, 16] as [UInt32] {
              let difference = UInt8(truncatingIfNeeded: color >> shift) &- UInt8(truncatingIfNeeded: above >> shift)
              bytes.initializeElement(at: count, to: difference)
              count += 1
            }
          }
        }
      }
    }
  }
}
