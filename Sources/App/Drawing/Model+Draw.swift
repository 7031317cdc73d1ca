public import TUI

extension Model {
  /// A blank frame of the size and look of this model.
  public var emptyFrame: Frame {
    Frame(size: world.size, style: world.theme[.text], ambiguity: world.ambiguity)
  }

  /// Draws everything.
  public func draw(on frame: inout Frame) {
    let layout = world.layout
    guard world.size.columns >= 20, world.size.rows >= 5 else {
      frame.buffer.write(Line(world.strings.tooSmall, style: world.theme[.text]), in: frame.area)
      return
    }
    Bar(self).draw(on: &frame.buffer)
    screenBehind?.draw(on: &frame, covered)
    (frame.cursor, frame.picture) = (nil, nil)
    screen.draw(on: &frame, isCompleting ? covered : world)
    drawCompletion(above: layout.line, on: &frame.buffer)
    BottomLine(self).draw(on: &frame)
  }

  /// The world for a screen above which something is drawn.
  private var covered: Surroundings {
    var covered = world
    covered.showsPixels = false
    return covered
  }

  /// Whether words are proposed behind `:`.
  private var isCompleting: Bool {
    if case .command(let command) = prompt { command.completion != nil } else { false }
  }

  /// The words that fit behind `:`, above the line.
  private func drawCompletion(above line: Rect, on buffer: inout Buffer) {
    guard case .command(let command) = prompt, let completion = command.completion else { return }
    let words = completion.candidates
    let rows = min(words.count, 10, line.row - 3)
    guard rows > 0 else { return }
    let scrollbar = words.count > rows ? 1 : 0
    let width = min(line.columns, world.widest(words) + 4 + scrollbar)
    let column = min(1 + world.widest([completion.head]), max(0, line.columns - width))
    let place = Rect(column: column, row: line.row - rows - 2, columns: width, rows: rows + 2)
    buffer.fill(place, style: world.theme[.text])
    let area = Block(style: world.theme[.panel]).draw(in: place, on: &buffer)
    let state = ListState(selection: completion.index)
    List(count: words.count, state: state, scrollbar: world.theme[.listScrollbar])
      .draw(in: area, on: &buffer) { index, place, isSelected, buffer in
        if isSelected { buffer.fill(place, style: world.theme[.listSelected]) }
        let style = world.theme[isSelected ? .listSelected : .text]
        buffer.write(Line(words[index], style: style), in: place.inset(horizontal: 1, vertical: 0))
      }
  }
}
