import Picture
import Playback
import TUI
import Testing

@Suite struct DitherTests {
  /// The colours of the pixels of an even picture of `pixel`, as a terminal of `depth` shows it.
  private func colors(of pixel: Pixel, _ depth: ColorDepth) throws -> [Color] {
    let size = PixelSize(width: 16, height: 16)
    let frame = try #require(PixelFrame(size: size, pixels: Array(repeating: pixel.packed, count: 256)))
    var buffer = Buffer(size: Size(columns: 16, rows: 8))
    PicturePainter(depth: depth).paint(frame, beneath: buffer.area, on: &buffer)
    return buffer.cells.flatMap { [$0.style.foreground, $0.style.background] }
  }

  @Test(arguments: [
    Pixel(red: 60, green: 120, blue: 200), Pixel(red: 10, green: 20, blue: 30), Pixel(red: 250, green: 100, blue: 150),
  ])
  func `With 256 colours the mean is as the picture's`(_ pixel: Pixel) throws {
    let parts = try colors(of: pixel, .palette256).map { try #require($0.components) }
    let count = Double(parts.count)
    #expect(abs(parts.reduce(0) { $0 + Double($1.red) } / count - Double(pixel.red)) < 4)
    #expect(abs(parts.reduce(0) { $0 + Double($1.green) } / count - Double(pixel.green)) < 4)
    #expect(abs(parts.reduce(0) { $0 + Double($1.blue) } / count - Double(pixel.blue)) < 4)
  }

  @Test func `With 256 colours those that the terminal has are shown as they are`() throws {
    #expect(Set(try colors(of: Pixel(red: 95, green: 215, blue: 0), .palette256)) == [.indexed(76)])
  }

  @Test(arguments: [ColorDepth.sixteen, .eight])
  func `With few colours a grey between two is made of several`(_ depth: ColorDepth) throws {
    let colors = Set(try colors(of: Pixel(red: 110, green: 110, blue: 110), depth))
    #expect(colors.count > 1)
    #expect(colors.allSatisfy { $0.reduced(to: depth) == $0 })
  }

  @Test func `Without colours light and dark are told by characters alone`() throws {
    let size = PixelSize(width: 8, height: 4)
    let half = Array(repeating: UInt32(0xFF_FFFF), count: 4) + Array(repeating: 0, count: 4)
    let frame = try #require(PixelFrame(size: size, pixels: Array(repeating: half, count: 4).flatMap(\.self)))
    var buffer = Buffer(size: Size(columns: 4, rows: 2))
    PicturePainter(mosaic: .quadrants, depth: .none).paint(frame, beneath: buffer.area, on: &buffer)
    #expect(buffer.cells.map(\.character) == ["█", "█", " ", " ", "█", "█", " ", " "])
    #expect(buffer.cells.allSatisfy { $0.style == .plain })
  }
}
