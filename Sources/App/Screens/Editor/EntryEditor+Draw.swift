import Anime
import TUI

extension EntryEditor {
  /// Where everything in the panel stands.
  func sheet(_ world: Surroundings) -> EntrySheet { EntrySheet(self, world) }

  func draw(on frame: inout Frame, _ world: Surroundings) {
    let sheet = sheet(world)
    frame.buffer.fill(sheet.place, style: world.theme[.text])
    _ = world.panel(world.entryStrings.edit, note: world.subject(of: shows), in: sheet.place, on: &frame)
    for (offset, index) in sheet.window.enumerated() {
      let row = sheet.rows[index]
      let place = Rect(
        column: sheet.inside.column, row: sheet.inside.row + offset, columns: sheet.inside.columns, rows: 1)
      draw(row, sheet, in: place, on: &frame)
    }
  }

  private func draw(_ row: EntrySheet.Row, _ sheet: EntrySheet, in place: Rect, on frame: inout Frame) {
    let (label, value) = place.split(left: sheet.labelWidth)
    switch row.content {
    case .field:
      draw(label: fields[row.index], isFocused: row.index == focus, in: label, sheet.world, on: &frame.buffer)
      draw(row.index, row: 0, in: value, sheet, on: &frame)
    case .more(let number): draw(row.index, row: number, in: value, sheet, on: &frame)
    case .remark(let line): frame.buffer.write(line, in: value)
    }
  }

  private func draw(
    label field: EntryField, isFocused: Bool, in area: Rect, _ world: Surroundings, on buffer: inout Buffer
  ) {
    let style: StyleName = isFocused ? .fieldPrompt : field.isChanged ? .changeChanged : .textFaint
    buffer.write(Line(world.entryStrings.field(field.field), style: world.theme[style]), in: area)
  }

  private func draw(_ index: Int, row: Int, in area: Rect, _ sheet: EntrySheet, on frame: inout Frame) {
    let field = fields[index]
    let world = sheet.world
    let isFocused = index == focus
    let style = world.theme[field.isChanged ? .changeChanged : isFocused ? .field : .text]
    guard let text = field.text else {
      return frame.buffer.write(choice(field, isFocused: isFocused, style, world), in: area)
    }
    if text.text.isEmpty, !field.isCommon {
      let placeholder = field.isCleared ? world.entryStrings.nothing : world.entryStrings.various
      frame.buffer.write(Line(placeholder, style: field.isCleared ? style : world.theme[.textFaint]), in: area)
      if isFocused { frame.cursor = Position(column: area.column, row: area.row) }
    } else if field.field == .note {
      drawLong(text, row: row, in: area, style, isFocused: isFocused, on: &frame)
    } else if isFocused {
      frame.cursor = text.draw(in: area, on: &frame.buffer, style: style)
    } else {
      frame.buffer.write(Line(text.text, style: style), in: area)
    }
  }

  /// One row of a text that goes on below itself; where it has more rows than are shown, those around the cursor.
  private func drawLong(
    _ text: TextField, row: Int, in area: Rect, _ style: Style, isFocused: Bool, on frame: inout Frame
  ) {
    let (texts, cursor) = text.rows(columns: area.columns, ambiguity: frame.buffer.ambiguity)
    let first = isFocused ? max(0, cursor.row - EntrySheet.longestText + 1) : 0
    guard texts.indices.contains(first + row) else { return }
    frame.buffer.write(texts[first + row], column: area.column, row: area.row, style: style, in: area)
    guard isFocused, cursor.row == first + row else { return }
    frame.cursor = Position(column: area.column + cursor.column, row: area.row)
  }

  /// `< ◐ watching >`; the arrows only where the keys go.
  private func choice(_ field: EntryField, isFocused: Bool, _ style: Style, _ world: Surroundings) -> Line {
    var line = Line(isFocused ? "< " : "", style: world.theme[.fieldPrompt])
    switch field.choice {
    case .status(let status?):
      line.append(world.marks.status(status) + " ", style: world.theme[status.style])
      line.append(world.strings.status(status), style: style)
    case let choice?: line.append(world.name(of: choice), style: style)
    case nil: line.append(world.entryStrings.various, style: world.theme[.textFaint])
    }
    line.append(isFocused ? " >" : "", style: world.theme[.fieldPrompt])
    return line
  }
}
