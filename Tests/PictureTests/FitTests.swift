import Picture
import Playback
import TUI
import Testing

@Suite struct FitTests {
  private let wide = PixelSize(width: 1280, height: 720)

  @Test func `A wide picture has bars above and below on a high stage`() {
    let fit = PictureFit(wide, in: Rect(column: 0, row: 1, columns: 80, rows: 40), mosaic: .halfBlocks)
    #expect(fit.area == Rect(column: 0, row: 9, columns: 80, rows: 23))
    #expect(fit.pixels == PixelSize(width: 80, height: 46))
  }

  @Test func `A picture has bars at its sides on a wide stage`() {
    let fit = PictureFit(wide, in: Rect(column: 2, row: 0, columns: 100, rows: 18), mosaic: .sextants)
    #expect(fit.area == Rect(column: 20, row: 0, columns: 64, rows: 18))
    #expect(fit.pixels == PixelSize(width: 128, height: 54))
  }

  @Test func `The shape of the terminal's cells counts`() {
    let stage = Rect(column: 0, row: 0, columns: 160, rows: 45)
    let square = PictureFit(wide, in: stage, cell: PixelSize(width: 10, height: 10), mosaic: .halfBlocks)
    #expect(square.area.columns == 80)
    #expect(square.area.rows == 45)
  }

  @Test(arguments: [PixelSize(width: 100_000, height: 1), PixelSize(width: 1, height: 100_000)])
  func `A picture of one line or one column has a cell at least each way`(_ size: PixelSize) {
    let fit = PictureFit(size, in: Rect(column: 0, row: 0, columns: 80, rows: 24), mosaic: .halfBlocks)
    #expect(fit.area.columns >= 1 && fit.area.rows >= 1)
    #expect(fit.area.columns <= 80 && fit.area.rows <= 24)
  }
}
