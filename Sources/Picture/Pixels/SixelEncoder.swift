import Playback

/// Writes pictures in DEC's sixel form (VT330/VT340 Programmer Reference Manual, volume 2, chapter 14), for terminals
/// that show pixels.
///
/// The colours are the 216 of a cube, dithered: a palette of the picture's own would have to be sent with each of 24
/// pictures a second, and change where nothing moves.
public struct SixelEncoder: Sendable {
  /// The pixels of each colour in the band that is being written, six below each other in a byte: those of one colour
  /// lie behind each other.
  private var bits: [UInt8] = []
  /// From which column to which each colour is used in the band; empty where it is not.
  private var extents: [Range<Int>] = Array(repeating: 0..<0, count: Self.colorCount)
  private var used: [Int] = []

  private static let colorCount = 216
  private static let bandHeight = 6

  /// An encoder; it keeps its memory from picture to picture.
  public init() {}

  /// Adds `frame` to `bytes`, to be shown from where the cursor is.
  public mutating func encode(_ frame: PixelFrame, to bytes: inout [UInt8]) {
    let (width, height) = (frame.size.width, frame.size.height)
    if bits.count != width * Self.colorCount { bits = Array(repeating: 0, count: width * Self.colorCount) }
    // 0;1: pixels of no colour stay as they are; "1;1: they are square.
    bytes.append(contentsOf: "\u{1B}P0;1q\"1;1;\(width);\(height)".utf8)
    bytes.append(contentsOf: Self.palette)
    for top in stride(from: 0, to: height, by: Self.bandHeight) {
      collect(frame, rows: top..<min(height, top + Self.bandHeight))
      write(width: width, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
    }
    bytes.append(contentsOf: "\u{1B}\\".utf8)
  }

  /// Sorts the pixels of a band by their colours.
  private mutating func collect(_ frame: PixelFrame, rows: Range<Int>) {
    let width = frame.size.width
    frame.pixels.withUnsafeBufferPointer { pixels in
      for (place, row) in rows.enumerated() {
        for column in 0..<width {
          let color = CubeDither.index(Pixel(packed: pixels[row * width + column]), column: column, row: row)
          bits[color * width + column] |= 1 << UInt8(place)
          note(color, at: column)
        }
      }
    }
  }

  private mutating func note(_ color: Int, at column: Int) {
    let extent = extents[color]
    if extent.isEmpty {
      used.append(color)
      extents[color] = column..<column + 1
    } else if !extent.contains(column) {
      extents[color] = min(extent.lowerBound, column)..<max(extent.upperBound, column + 1)
    }
  }

  /// Writes what was collected, one colour over the other, and forgets it.
  private mutating func write(width: Int, to bytes: inout [UInt8]) {
    for (index, color) in used.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "$")) }
      bytes.append(UInt8(ascii: "#"))
      bytes.append(contentsOf: String(color).utf8)
      let extent = extents[color]
      Self.repeated(0, extent.lowerBound, to: &bytes)
      write(color * width + extent.lowerBound..<color * width + extent.upperBound, to: &bytes)
      extents[color] = 0..<0
    }
    used.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ range: Range<Int>, to bytes: inout [UInt8]) {
    bits.withUnsafeMutableBufferPointer { bits in
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        while end < range.upperBound, bits[end] == bits[start] { end += 1 }
        Self.repeated(bits[start], end - start, to: &bytes)
        for place in start..<end { bits[place] = 0 }
        start = end
      }
    }
  }

  /// Adds a sixel `count` times: as a number before it where that is shorter.
  private static func repeated(_ sixel: UInt8, _ count: Int, to bytes: inout [UInt8]) {
    let character = 0x3F + sixel
    guard count > 3 else {
      for _ in 0..<count { bytes.append(character) }
      return
    }
    bytes.append(UInt8(ascii: "!"))
    bytes.append(contentsOf: String(count).utf8)
    bytes.append(character)
  }

  /// What tells the terminal the colours, in percent.
  private static let palette: [UInt8] = (0..<colorCount).flatMap { index in
    let parts = [index / 36, index / 6 % 6, index % 6].map { String($0 * 20) }
    return Array("#\(index);2;\(parts.joined(separator: ";"))".utf8)
  }
}

/// Gives pixels the colours of a cube of six even steps each way, by Bayer's thresholds.
enum CubeDither {
  /// The colour of `pixel` at this place, from 0 to 215.
  static func index(_ pixel: Pixel, column: Int, row: Int) -> Int {
    let threshold = Int(OrderedDither.thresholds[(row & 3) << 2 | column & 3]) << 8
    return Int(levels[threshold | Int(pixel.red)]) * 36 + Int(levels[threshold | Int(pixel.green)]) * 6
      + Int(levels[threshold | Int(pixel.blue)])
  }

  /// The step for a value (the lower eight bits) at a threshold (the bits above): 51 values lie from one to the next.
  private static let levels: [UInt8] = (0..<16 * 256).map { place in
    let (threshold, value) = (place >> 8, place & 0xFF)
    let (step, rest) = (value / 51, value % 51)
    return UInt8(rest * 32 > (2 * threshold + 1) * 51 ? step + 1 : step)
  }
}
