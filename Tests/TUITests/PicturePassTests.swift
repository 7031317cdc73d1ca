import TUI
import Testing

@testable import TUINcurses

@Suite struct PicturePassTests {
  private let size = Size(columns: 20, rows: 6)
  private let area = Rect(column: 2, row: 1, columns: 10, rows: 4)

  private func frame(_ number: Int?, removal: String = "", text: String = "") -> Frame {
    var frame = Frame(size: size)
    frame.stage = Rect(column: 0, row: 0, columns: 20, rows: 5)
    frame.picture = number.map {
      PixelPicture(area: area, number: $0, bytes: Array("<\($0)>".utf8), removal: Array(removal.utf8))
    }
    _ = frame.buffer.write(text, column: 4, row: 2, style: .plain, in: frame.area)
    return frame
  }

  private func bytes(_ frame: Frame, after shown: Frame?) -> String {
    let runs = shown.map { BufferDiff(from: $0.buffer, to: frame.buffer).runs } ?? []
    return String(decoding: PicturePass(frame, after: shown, depth: .trueColor).bytes(painting: runs), as: UTF8.self)
  }

  @Test func `A picture is written where its cells are, and once`() {
    #expect(bytes(frame(1), after: nil) == "\u{1B}[2;3H<1>")
    #expect(bytes(frame(1), after: frame(1)).isEmpty)
    #expect(bytes(frame(2), after: frame(1)) == "\u{1B}[2;3H<2>")
  }

  @Test func `Text is painted after a picture that covers it`() {
    let sixels = bytes(frame(1, text: "夜桜"), after: nil)

    #expect(sixels.hasPrefix("\u{1B}[2;3H<1>"))
    #expect(sixels.hasSuffix("夜桜"))
    #expect(bytes(frame(1, removal: "gone", text: "夜桜"), after: nil) == "\u{1B}[2;3H<1>")
  }

  @Test func `A picture that text has left is written again where it does not lie beneath`() {
    #expect(bytes(frame(1), after: frame(1, text: "夜桜")) == "\u{1B}[2;3H<1>")
    #expect(bytes(frame(1, removal: "gone"), after: frame(1, removal: "gone", text: "夜桜")).isEmpty)
  }

  @Test func `A picture that is no more leaves nothing`() {
    #expect(bytes(frame(nil), after: frame(1, removal: "gone")) == "gone")
    #expect(bytes(frame(nil), after: frame(1)).isEmpty)
    #expect(PicturePass(frame(nil), after: frame(1), depth: .trueColor).uncoversCells)
    #expect(!PicturePass(frame(nil), after: frame(1, removal: "gone"), depth: .trueColor).uncoversCells)
  }
}
