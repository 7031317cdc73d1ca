import Playback
public import TUI

/// Makes of a film's pictures what a terminal shows in pixels, one after the other.
public struct PixelEncoder: Sendable {
  /// The form that the terminal takes.
  public let form: PixelForm
  private var kitty = KittyEncoder()
  private var sixel = SixelEncoder()
  /// How many pictures there were.
  private var count = 0
  /// How long the last one was: the next one is about as long.
  private var length = 0

  /// An encoder; it keeps its memory from picture to picture.
  public init(_ form: PixelForm) { self.form = form }

  /// `frame`, to be shown in the cells of `area`; of sixels it must have as many pixels as these cells.
  public mutating func picture(_ frame: PixelFrame, in area: Rect) -> PixelPicture {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length + length / 8)
    switch form {
    case .kitty: kitty.encode(frame, in: area.size, to: &bytes)
    case .sixel: sixel.encode(frame, to: &bytes)
    }
    count += 1
    length = bytes.count
    return PixelPicture(
      area: area, number: count, bytes: bytes, removal: form == .kitty ? KittyEncoder.removal : [])
  }

  /// Opens the cells of `area` on `buffer` to the pixels beneath: they get the terminal's own background, and only text
  /// is left in them.
  public static func uncover(_ area: Rect, on buffer: inout Buffer) {
    buffer.changeRows(of: area) { _, cells in
      for index in cells.indices {
        if cells[index].glyph == .blank { cells[index] = Cell(.blank, style: .plain) }
        cells[index].style.background = .terminal
      }
    }
  }
}
