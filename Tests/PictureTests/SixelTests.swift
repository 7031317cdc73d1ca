import Picture
import Playback
import Testing

@Suite struct SixelTests {
  @Test func `A picture of one colour is one run of sixels in each band`() throws {
    let text = try sixels(of: frame(width: 10, height: 8) { _, _ in Pixel(red: 255, green: 0, blue: 0) })
    let data = try #require(text.components(after: "#215;2;100;100;100"))

    #expect(text.hasPrefix("\u{1B}P0;1q\"1;1;10;8#0;2;0;0;0#1;2;0;0;20"))
    #expect(data == "#180!10~-#180!10B-\u{1B}\\")
  }

  @Test func `What a terminal reads is what was written`() throws {
    let picture = try frame(width: 37, height: 29) { column, row in
      // Colours of the cube itself, which no dithering changes.
      Pixel(red: UInt8(column % 6 * 51), green: UInt8(row % 6 * 51), blue: UInt8((column / 6 + row / 6) % 6 * 51))
    }
    let shown = try SixelScreen(sixels(of: picture))

    #expect(shown.width == 37)
    #expect(shown.height == 29)
    for row in 0..<29 {
      for column in 0..<37 {
        let wanted = [column % 6 * 20, row % 6 * 20, (column / 6 + row / 6) % 6 * 20]
        #expect(shown.pixel(column, row) == wanted)
      }
    }
  }

  @Test func `Colours between those of the cube are mixed to the same mean`() throws {
    let shown = try SixelScreen(
      sixels(of: frame(width: 64, height: 66) { _, _ in Pixel(red: 130, green: 20, blue: 240) }))
    var sums = [0, 0, 0]
    for row in 0..<66 {
      for column in 0..<64 {
        let pixel = try #require(shown.pixel(column, row))
        for part in 0..<3 { sums[part] += pixel[part] }
      }
    }
    let mean = sums.map { $0 * 255 / (100 * 64 * 66) }

    #expect(abs(mean[0] - 130) < 4)
    #expect(abs(mean[1] - 20) < 4)
    #expect(abs(mean[2] - 240) < 4)
  }

  @Test func `One picture leaves nothing in the next`() throws {
    var encoder = SixelEncoder()
    var bytes: [UInt8] = []
    try encoder.encode(frame(width: 12, height: 12) { _, _ in Pixel(red: 0, green: 255, blue: 0) }, to: &bytes)
    let red = try frame(width: 12, height: 12) { _, _ in Pixel(red: 255, green: 0, blue: 0) }
    bytes = []
    encoder.encode(red, to: &bytes)

    #expect(try String(decoding: bytes, as: UTF8.self) == sixels(of: red))
  }

  private func sixels(of frame: PixelFrame) throws -> String {
    var encoder = SixelEncoder()
    var bytes: [UInt8] = []
    encoder.encode(frame, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func frame(width: Int, height: Int, _ pixel: (_ column: Int, _ row: Int) -> Pixel) throws -> PixelFrame {
    let pixels = (0..<height).flatMap { row in (0..<width).map { pixel($0, row).packed } }
    return try #require(PixelFrame(size: PixelSize(width: width, height: height), pixels: pixels))
  }
}

/// A terminal that shows sixels, as far as these tests need one.
private struct SixelScreen {
  private(set) var width = 0
  private(set) var height = 0
  private var pixels: [Int: [Int]] = [:]
  private var palette: [Int: [Int]] = [:]

  init(_ text: String) throws {
    let characters = Array(text.unicodeScalars)
    var (place, color, column, band) = (0, 0, 0, 0)
    func numbers() -> [Int] {
      let start = place
      while place < characters.count, "0123456789;".unicodeScalars.contains(characters[place]) { place += 1 }
      return String(String.UnicodeScalarView(characters[start..<place])).split(separator: ";").compactMap { Int($0) }
    }
    place = try #require(characters.firstIndex(of: "q")) + 1
    while place < characters.count, characters[place] != "\u{1B}" {
      let character = characters[place]
      place += 1
      switch character {
      case "\"":
        let size = numbers()
        (width, height) = (size[2], size[3])
      case "#":
        let parts = numbers()
        color = parts[0]
        if parts.count == 5 { palette[color] = Array(parts[2...]) }
      case "$": column = 0
      case "-": (column, band) = (0, band + 1)
      default:
        let count = character == "!" ? numbers()[0] : 1
        let sixel = character == "!" ? characters[place] : character
        if character == "!" { place += 1 }
        for _ in 0..<count {
          for bit in 0..<6 where (sixel.value - 0x3F) >> UInt32(bit) & 1 == 1 {
            pixels[(band * 6 + bit) * width + column] = palette[color]
          }
          column += 1
        }
      }
    }
  }

  func pixel(_ column: Int, _ row: Int) -> [Int]? { pixels[row * width + column] }
}

extension String {
  fileprivate func components(after mark: String) -> String? {
    guard let range = firstRange(of: mark) else { return nil }
    return String(self[range.upperBound...])
  }
}
