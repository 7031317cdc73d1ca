import Picture
import Playback
import TUI

/// What a terminal lets be known of the pixels behind its cells.
struct TerminalPixels: Hashable, Sendable {
  /// How many pixels a cell has; nil where the terminal does not tell.
  var cell: PixelSize?
  /// The best form in which it takes pictures as pixels; nil until it answered, and where it takes none.
  private(set) var form: PixelForm?

  /// Takes what the terminal answered: kitty's form lies beneath the text, and is better than sixels.
  mutating func learn(_ answer: TerminalAnswer) {
    guard let form = answer.pixelForm, self.form != .kitty else { return }
    self.form = form
  }

  /// The form in which a film can be shown. Sixels are as large as they are: without the size of a cell nobody knows
  /// which cells they would fill.
  var usableForm: PixelForm? { form == .sixel && cell == nil ? nil : form }
}
