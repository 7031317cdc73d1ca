import Anime
import TUI

extension SearchField {
  private static let prompt = "/ "

  /// Draws the field into the row `area`.
  func draw(in area: Rect, on frame: inout Frame, _ world: Surroundings) {
    let row = area.inset(horizontal: 1, vertical: 0)
    frame.buffer.write(Self.prompt, column: row.column, row: row.row, style: world.theme[.fieldPrompt], in: row)
    let place = Rect(column: row.column + 2, row: row.row, columns: row.columns - 2, rows: 1)
    if isEmpty, !isTyping {
      frame.buffer.write(Line(world.strings.searchPrompt, style: world.theme[.textFaint]), in: place)
    } else {
      let cursor = field.draw(in: place, on: &frame.buffer, style: world.theme[.field])
      if isTyping { frame.cursor = cursor }
    }
  }

  /// Draws into the row `area`, below the field, what is wrong with it or the words that fit.
  func drawRemark(in area: Rect, on buffer: inout Buffer, _ world: Surroundings) {
    let row = area.inset(horizontal: 1, vertical: 0)
    if let completion {
      buffer.write(line(of: completion, world), in: row)
    } else if let error {
      draw(error, in: row, on: &buffer, world)
    }
  }

  /// Marks what is wrong below it, with the cause beside the mark where there is more room.
  ///
  ///     / airing and staus:watching
  ///                  ^^^^^ `staus` is no field; did you mean `status`?
  private func draw(_ error: FilterError, in row: Rect, on buffer: inout Buffer, _ world: Surroundings) {
    let wrong = error.range.clamped(to: 0..<text.count)
    let before = buffer.width(of: text.prefix(wrong.lowerBound)) + Self.prompt.count
    let mark = String(
      repeating: "^", count: max(1, buffer.width(of: text.prefix(wrong.upperBound).suffix(wrong.count))))
    let cause = world.strings.filter.problem(error.reason)
    let room = row.columns - before - mark.count - 1
    let isRight = room >= buffer.width(of: cause) || room >= before
    let words = isRight ? "\(mark) \(cause)" : mark
    let style = world.theme[.lineAlarm, on: .text]
    buffer.write(words, column: row.column + before, row: row.row, style: style, in: row)
    guard !isRight else { return }
    let left = Rect(column: row.column, row: row.row, columns: max(0, before - 1), rows: 1)
    let start = max(0, left.columns - buffer.width(of: cause))
    buffer.write(cause, column: left.column + start, row: row.row, style: style, in: left)
  }

  /// The word that was put in, what it means, and those that come next.
  private func line(of completion: Completion, _ world: Surroundings) -> Line {
    let candidates = completion.place.candidates
    var line = Line(candidates[completion.index], style: world.theme[.chipSet])
    if let meaning = world.strings.filter.meaning(of: candidates[completion.index]) {
      line.append("  \(meaning)", style: world.theme[.textDim])
    }
    for candidate in candidates[(completion.index + 1)...].prefix(12) {
      line.append("  \(candidate)", style: world.theme[.chip])
    }
    return line
  }
}
