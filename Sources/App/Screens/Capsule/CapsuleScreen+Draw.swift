import Anime
import TUI

extension CapsuleScreen {
  func draw(on frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings
    let (line, sheet) = panels(world)
    let note = overview.map { self.note($0, world) } ?? ""
    let name = list.selected.map { String($0.id.prefix(12)) } ?? ""
    let area = world.panel(strings.capsule, note: note, footer: name, in: line, on: &frame)
    drawLine(in: area, frame: &frame, world)
    guard let sheet else { return }
    let inside = world.panel(strings.whatIsKept, in: sheet, on: &frame).inset(horizontal: 1, vertical: 0)
    guard let overview else { return }
    CapsuleSheet(overview, isVerifying: isVerifying, world).draw(in: inside, on: &frame.buffer)
  }

  /// How many commits there are, and whose, where all are of one.
  private func note(_ overview: CapsuleOverview, _ world: Surroundings) -> String {
    guard !overview.commits.isEmpty else { return "" }
    let count = world.strings.commits(overview.commits.count)
    return soleProvider.map { count + world.marks.separator + $0 } ?? count
  }

  private func drawLine(in area: Rect, frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings
    guard let overview else {
      let text = failure.map { strings.message(for: $0, in: world.zone) } ?? strings.capsuleAwaited
      return world.remark([text], in: area, on: &frame)
    }
    guard !overview.commits.isEmpty else {
      let key = world.keymap.key(for: .sync, in: .capsule) ?? ":sync"
      return world.remark([strings.noCommits(KeyHint.text(key))], in: area, on: &frame)
    }
    list.draw(in: area, frame: &frame, world: world) { commit, place, isSelected, buffer in
      let row = RowPainter(columns, place: place, isSelected: isSelected, world: world, buffer: &buffer)
      CommitCells(commit, world).draw(row, on: &buffer)
    }
  }
}
