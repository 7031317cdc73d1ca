import Picture
import Playback
import TUI

/// Putting pictures into cells, inside of this program.
struct PictureBenchmarks {
  private static let size = Size(columns: 160, rows: 45)

  /// A picture of 160×45 in each form of cells: its time, and the blocks of memory of the one that is shown first.
  func figures() -> [Figure] {
    Mosaic.allCases.flatMap { mosaic in
      figures(PicturePainter(mosaic: mosaic), mosaic.rawValue, limit: mosaic == .halfBlocks ? 0.5 : 2)
    } + figures(PicturePainter(depth: .palette256), "halfBlocks, 256 colours", limit: 0.5)
      + pixels(.kitty, PixelSize(width: 480, height: 270)) + pixels(.sixel, PixelSize(width: 1280, height: 720))
  }

  /// A picture as a terminal takes its pixels: its time, and how long it is.
  private func pixels(_ form: PixelForm, _ size: PixelSize) -> [Figure] {
    let frames = (0..<4).compactMap { Self.frame(size, seed: $0) }
    var encoder = PixelEncoder(form)
    var length = 0
    let area = Rect(column: 0, row: 0, columns: Self.size.columns, rows: Self.size.rows)
    let spent = time { for frame in frames { length = encoder.picture(frame, in: area).bytes.count } }
    let name = "picture: \(form.rawValue), \(size.width)×\(size.height)"
    return [
      // 24 a second leave 41 ms for each.
      Figure(name: name, ours: spent / Double(frames.count), unit: "ms", limit: 41),
      Figure(name: "\(name), bytes", ours: Double(length) / 1024, unit: "KiB", limit: nil),
    ]
  }

  private func figures(_ painter: PicturePainter, _ name: String, limit: Double) -> [Figure] {
    let frames = (0..<8).compactMap { Self.frame(painter.mosaic, seed: $0) }
    var buffer = Buffer(size: Self.size)
    for frame in frames { painter.paint(frame, beneath: buffer.area, on: &buffer) }
    // What is painted beneath text needs blanks: each picture goes into a buffer that is empty.
    let empty = Buffer(size: Self.size)
    var allocations = 0
    let spent = time {
      for frame in frames {
        var buffer = empty
        buffer.fill(buffer.area, style: .plain)
        allocations = Allocations.count { painter.paint(frame, beneath: buffer.area, on: &buffer) }
      }
    }
    return [
      Figure(name: "picture: \(name), 160×45", ours: spent / Double(frames.count), unit: "ms", limit: limit),
      Figure(name: "picture: \(name), allocations", ours: Double(allocations), unit: "", limit: 0),
    ]
  }

  /// A picture of noise and slopes, as large as the cells need.
  private static func frame(_ mosaic: Mosaic, seed: Int) -> PixelFrame? {
    frame(PixelSize(width: size.columns * mosaic.columns, height: size.rows * mosaic.rows), seed: seed)
  }

  private static func frame(_ pixels: PixelSize, seed: Int) -> PixelFrame? {
    let values = (0..<pixels.width * pixels.height).map { place -> UInt32 in
      let (x, y) = (place % pixels.width, place / pixels.width)
      let noise = UInt32(truncatingIfNeeded: (place &+ seed) &* 2_654_435_761) >> 27
      return UInt32(x & 0xFF) | UInt32(y * 2 & 0xFF) << 8 | (UInt32(x + y + seed) & 0xE0 | noise) << 16
    }
    return PixelFrame(size: pixels, pixels: values)
  }
}
