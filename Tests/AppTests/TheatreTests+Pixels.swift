import Anime
import App
import Danmaku
import Picture
import Playback
import TUI
import TUITesting
import Testing

/// Films in pixels, where the terminal has them.
extension TheatreTests {
  /// A theatre on a terminal that takes pixels of `answer`, whose film plays and shows a picture of the size asked for.
  private static func pixels(_ answer: TerminalAnswer) throws -> (model: Model, size: PixelSize) {
    var model = try playing()
    _ = model.update(.cell(PixelSize(width: 8, height: 16)))
    let asked = model.update(.input(.answer(answer)))
    let size = try #require(
      asked.compactMap { if case .player(.resize(let size)) = $0 { size } else { nil } }.last)
    let pixel = Pixel(red: 40, green: 0, blue: 60).packed
    let count = size.width * size.height
    _ = model.update(
      .picture(try #require(PixelFrame(size: size, pixels: Array(repeating: pixel, count: count)))))
    return (model, size)
  }

  @Test(arguments: [TerminalAnswer.kittyGraphics, .attributes([62, 4])])
  func `A terminal that takes pixels gets them, beneath the comments`(
    _ answer: TerminalAnswer
  ) throws {
    let (model, size) = try Self.pixels(answer)
    let frame = model.frame
    let picture = try #require(frame.picture)

    #expect(abs(Double(size.width) / Double(size.height) - 16.0 / 9) < 0.1)
    if answer == .kittyGraphics {
      #expect(size.width * size.height <= 480 * 270)
      #expect(picture.bytes.starts(with: "\u{1B}_G".utf8) && !picture.removal.isEmpty)
    } else {
      #expect(size == PixelSize(width: picture.area.columns * 8, height: picture.area.rows * 16))
      #expect(picture.bytes.starts(with: "\u{1B}P".utf8) && picture.coversText)
    }
    for row in picture.area.row..<picture.area.endRow {
      for column in picture.area.column..<picture.area.endColumn {
        // Kitty's pixels are seen through the terminal's own background; sixels lie above any, and text is written
        // over them.
        let background = frame.buffer[column, row].style.background
        #expect(background == (answer == .kittyGraphics ? .terminal : .rgb(0, 0, 0)))
      }
    }
    #expect(text(model).contains("夜桜がきれい"))
  }

  @Test func `Sixels are no more than can be handed over, however large the terminal is`() throws {
    var model = try Self.playing()
    _ = model.update(.cell(PixelSize(width: 40, height: 80)))
    let asked = model.update(.input(.answer(.attributes([62, 4]))))
    let sizes = asked.compactMap { if case .player(.resize(let size)) = $0 { size } else { nil } }
    let size = try #require(sizes.last)
    #expect(size.width * size.height <= 1_000_000)
    #expect(abs(Double(size.width) / Double(size.height) - 16.0 / 9) < 0.2)
  }

  @Test func `What is drawn above the stage is above the film too`() throws {
    var (model, _) = try Self.pixels(.kittyGraphics)
    #expect(hasPicture(model))
    _ = model.update(.input(.key(.character("?"))))
    #expect(!hasPicture(model))
    _ = model.update(.input(.key(.escape)))
    #expect(hasPicture(model))
    _ = model.update(.input(.key(.character(":"))))
    #expect(hasPicture(model))
    _ = model.update(.input(.key(.tab)))
    #expect(!hasPicture(model))
    #expect(model.frame.buffer.cells.contains { $0.style.background == .rgb(40, 0, 60) })
  }

  /// Whether the film is shown in pixels.
  private func hasPicture(_ model: Model) -> Bool { model.frame.picture != nil }

  @Test func `Pixels and each form of cells come in turn, and only what the terminal has`() throws {
    var (model, _) = try Self.pixels(.kittyGraphics)
    var sizes: [PixelSize] = []
    for _ in 0..<4 {
      let asked = model.update(.input(.key(.character("z"))))
      for case .player(.resize(let size)) in asked { sizes.append(size) }
    }
    #expect(sizes.count == 4)
    // Half blocks, quadrants, sextants, and pixels again.
    #expect(sizes[1].width == 2 * sizes[0].width && sizes[1].height == sizes[0].height)
    #expect(2 * sizes[2].height == 3 * sizes[0].height && sizes[3].height > sizes[2].height)

    var plain = try Self.playing()
    _ = plain.update(.input(.answer(.attributes([62]))))
    _ = plain.update(.picture(try Self.picture(40, 0, 60)))
    #expect(!hasPicture(plain))
    // Sixels of cells of unknown size would fill nobody knows how many.
    _ = plain.update(.input(.answer(.attributes([62, 4]))))
    _ = plain.update(.picture(try Self.picture(40, 0, 60)))
    #expect(!hasPicture(plain))
  }

  @Test func `Who wants cells gets cells on every terminal`() throws {
    for cells in [TheatreCells.half, .quadrant, .sextant] {
      var model = try Self.opened(screen: cells.screening(isRemote: false)).model
      _ = model.update(.input(.answer(.kittyGraphics)))
      _ = model.update(.picture(try Self.picture(40, 0, 60)))
      #expect(!hasPicture(model))
    }
    #expect(TheatreCells.auto.screening(isRemote: false).usesPixels)
    #expect(!TheatreCells.auto.screening(isRemote: true).usesPixels)
    #expect(TheatreCells.pixels.screening(isRemote: true).usesPixels)
  }
}
