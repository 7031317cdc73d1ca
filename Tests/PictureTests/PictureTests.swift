import Foundation
import Picture
import Playback
import TUI
import Testing

@Suite struct PictureTests {
  /// A picture of `rows` of pixels.
  private func frame(_ rows: [[Pixel]]) throws -> PixelFrame {
    let size = PixelSize(width: rows[0].count, height: rows.count)
    return try #require(PixelFrame(size: size, pixels: rows.joined().map(\.packed)))
  }

  /// The cells that `painter` makes of `frame`.
  private func cells(_ painter: PicturePainter, _ frame: PixelFrame, columns: Int, rows: Int) -> [Cell] {
    var buffer = Buffer(size: Size(columns: columns, rows: rows))
    painter.paint(frame, beneath: buffer.area, on: &buffer)
    return buffer.cells
  }

  private let red = Pixel(red: 255, green: 0, blue: 0)
  private let blue = Pixel(red: 0, green: 0, blue: 255)
  private let black = Pixel(red: 0, green: 0, blue: 0)
  private let white = Pixel(red: 255, green: 255, blue: 255)

  @Test func `Half blocks show every pixel in its own colour`() throws {
    let cells = cells(PicturePainter(), try frame([[red, white], [blue, white]]), columns: 2, rows: 1)
    #expect(cells[0] == Cell("▀", style: Style(foreground: .rgb(255, 0, 0), background: .rgb(0, 0, 255))))
    #expect(cells[1].character == " ")
    #expect(cells[1].style.background == .rgb(255, 255, 255))
  }

  @Test func `Quadrants show where the lighter pixels are`() throws {
    let picture = try frame([[white, black], [black, white]])
    let cells = cells(PicturePainter(mosaic: .quadrants), picture, columns: 1, rows: 1)
    #expect(cells == [Cell("▚", style: Style(foreground: .rgb(255, 255, 255), background: .rgb(0, 0, 0)))])
  }

  @Test(arguments: [
    ([true, false, false, false, false, false], "🬀"), ([true, true, true, true, true, false], "🬝"),
    ([true, false, true, false, true, false], "▌"), ([false, true, false, true, false, true], "▐"),
    ([false, true, true, true, true, true], "🬻"), ([false, false, true, false, true, false], "🬓"),
    ([false, false, false, false, true, true], "🬭"),
  ])
  func `Sextants show where the lighter pixels are`(_ light: [Bool], _ character: String) throws {
    let pixels = light.map { $0 ? white : black }
    let picture = try frame([Array(pixels[0..<2]), Array(pixels[2..<4]), Array(pixels[4..<6])])
    #expect(cells(PicturePainter(mosaic: .sextants), picture, columns: 1, rows: 1)[0].character == Character(character))
  }

  @Test func `A larger picture is shown by its means`() throws {
    let picture = try frame(
      [[black, white, red, red], [black, white, red, red], [blue, blue, white, white], [blue, blue, white, white]])
    let cells = cells(PicturePainter(), picture, columns: 2, rows: 1)
    #expect(cells[0].style == Style(foreground: .rgb(128, 128, 128), background: .rgb(0, 0, 255)))
    #expect(cells[1].style == Style(foreground: .rgb(255, 0, 0), background: .rgb(255, 255, 255)))
  }

  @Test func `A smaller picture is shown larger`() throws {
    let cells = cells(PicturePainter(), try frame([[red]]), columns: 3, rows: 2)
    #expect(Set(cells.map(\.style.background)) == [.rgb(255, 0, 0)])
  }

  @Test func `A picture whose pixels are not as many as its size says is none`() {
    #expect(PixelFrame(size: PixelSize(width: 2, height: 2), pixels: [0, 0, 0]) == nil)
    #expect(PixelFrame(size: PixelSize(width: 0, height: 0), pixels: []) == nil)
  }

  @Test func `Text stays above the picture, on its colour`() throws {
    var buffer = Buffer(size: Size(columns: 5, rows: 1))
    let style = Style(foreground: .rgb(255, 255, 0))
    buffer.write("夜x", column: 0, row: 0, style: style, in: buffer.area)
    let dark = Pixel(red: 40, green: 0, blue: 0)
    PicturePainter().paint(
      try frame([[Pixel]](repeating: [dark, dark, blue, red, red], count: 2)), beneath: buffer.area, on: &buffer)
    #expect(buffer[0, 0].character == "夜")
    #expect(buffer[0, 0].style == Style(foreground: .rgb(255, 255, 0), background: .rgb(40, 0, 0)))
    #expect(buffer[1, 0].width == 0)
    #expect(buffer[2, 0].style == Style(foreground: .rgb(255, 255, 0), background: .rgb(0, 0, 255)))
    #expect(buffer[3, 0].style.background == .rgb(255, 0, 0))
  }

  /// The contrast of two colours by WCAG 2.2, with the exact curve of sRGB.
  private static func contrast(_ one: Color, _ other: Color) -> Double {
    func light(_ color: Color) -> Double {
      guard let (red, green, blue) = color.components else { return .nan }
      let parts = [red, green, blue].map { value in
        let part = Double(value) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (first, second) = (light(one), light(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  @Test(arguments: [Color.rgb(255, 255, 255), .rgb(255, 40, 40), .rgb(120, 120, 255), .rgb(255, 255, 0)])
  func `Whatever the picture is, text above it is read`(_ color: Color) throws {
    for ground in [white, red, blue, Pixel(red: 0, green: 255, blue: 0), Pixel(red: 128, green: 128, blue: 128)] {
      var buffer = Buffer(size: Size(columns: 1, rows: 1))
      buffer.write("x", column: 0, row: 0, style: Style(foreground: color), in: buffer.area)
      PicturePainter().paint(try frame([[ground], [ground]]), beneath: buffer.area, on: &buffer)
      let style = buffer[0, 0].style
      #expect(style.foreground == color)
      #expect(Self.contrast(style.foreground, style.background) >= 4.4)
    }
  }

  @Test func `A word is darkened as one, with the blanks in it, and the picture around it is not`() throws {
    var buffer = Buffer(size: Size(columns: 7, rows: 1))
    let style = Style(foreground: .rgb(255, 255, 255))
    buffer.write("ab ×3", column: 1, row: 0, style: style, in: buffer.area)
    let grey = Pixel(red: 80, green: 80, blue: 80)
    PicturePainter().paint(
      try frame([[Pixel]](repeating: [white, grey, grey, white, grey, grey, white], count: 2)),
      beneath: buffer.area, on: &buffer)
    let grounds = (0..<7).map { buffer[$0, 0].style.background }
    #expect(grounds[0] == .rgb(255, 255, 255) && grounds[6] == .rgb(255, 255, 255))
    #expect(Set([1, 2, 4, 5].map { grounds[$0] }).count == 1 && grounds[1] != .rgb(80, 80, 80))
    #expect(buffer[3, 0].character == " " && Self.contrast(.rgb(255, 255, 255), grounds[3]) >= 4.4)
  }

  @Test func `Comments of two colours side by side are darkened each for itself`() throws {
    var buffer = Buffer(size: Size(columns: 2, rows: 1))
    buffer.write("a", column: 0, row: 0, style: Style(foreground: .rgb(255, 255, 255)), in: buffer.area)
    buffer.write("b", column: 1, row: 0, style: Style(foreground: .rgb(255, 40, 40)), in: buffer.area)
    PicturePainter().paint(try frame([[white, white], [white, white]]), beneath: buffer.area, on: &buffer)
    #expect(buffer[0, 0].style.background != buffer[1, 0].style.background)
  }

  @Test func `Transparent text lets the picture through`() throws {
    var buffer = Buffer(size: Size(columns: 1, rows: 1))
    buffer.write("x", column: 0, row: 0, style: Style(foreground: .rgb(255, 255, 255)), in: buffer.area)
    PicturePainter(transparency: 50).paint(try frame([[black], [black]]), beneath: buffer.area, on: &buffer)
    #expect(buffer[0, 0].style == Style(foreground: .rgb(127, 127, 127), background: .rgb(0, 0, 0)))
  }
}
