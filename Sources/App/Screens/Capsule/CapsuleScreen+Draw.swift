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
    return CommitCells.soleProvider(overview.commits).map { count + world.marks.separator + $0 } ?? count
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
    let cells = CommitCells.columns(overview.commits, world)
    list.draw(in: area, frame: &frame, world: world) { commit, place, isSelected, buffer in
      let row = RowPainter(cells, place: place, isSelected: isSelected, world: world, buffer: &buffer)
      CommitCells(commit, world).draw(row, on: &buffer)
    }
  }
}

/// The texts of one commit.
struct CommitCells {
  private let mark: (text: String, style: StyleName)
  private let time: String
  private let timeStyle: StyleName
  private let sequence: String
  private let counts: [(text: String, style: StyleName)]
  private let provider: String
  private let host: String
  private let remark: String

  init(_ commit: CapsuleOverview.CommitLine, _ world: Surroundings) {
    let strings = world.strings
    let marks = world.marks
    let civil = world.zone.civil(commit.time)
    let isLookedAt = world.past?.sequence == commit.sequence
    let isSetAside = commit.cause == .setAside
    time = "\(strings.columnDay(civil.date)) \(Strings.clock(civil))"
    timeStyle = commit.isThinned ? .timePast : .time
    sequence = "#\(commit.sequence)"
    // What was set aside changed nothing.
    counts = [
      (Self.count("+", commit.added), isSetAside ? .textFaint : .changeAdded),
      (Self.count("~", commit.changed), isSetAside ? .textFaint : .changeChanged),
      (Self.count(marks.minus, commit.removed), isSetAside ? .textFaint : .changeRemoved),
    ]
    provider = commit.provider
    host = Self.host(of: commit.mirror)
    mark =
      isLookedAt
      ? (marks.lookedAt, .new)
      : commit.isHead
        ? (marks.head, .markFollowed)
        : isSetAside ? (marks.setAside, .new) : (commit.isThinned ? marks.thinned : " ", .markOff)
    let words = [
      isLookedAt ? strings.lookedAt : nil, commit.isHead ? strings.head : nil,
      commit.cause == .sync ? nil : strings.commitCause(commit.cause), commit.isThinned ? strings.thinned : nil,
    ]
    remark = words.compactMap { $0 }.first ?? ""
  }

  /// The columns that hold these commits, so that all rows line up.
  static func columns(_ commits: [CapsuleOverview.CommitLine], _ world: Surroundings) -> [TableLayout.Column] {
    let cells = commits.map { CommitCells($0, world) }
    func width(_ text: (CommitCells) -> String) -> Int { world.widest(cells.lazy.map(text)) }
    let host = width(\.host)
    let provider = soleProvider(commits) == nil ? min(20, width(\.provider)) : 0
    let counts = (0..<3).map { index in TableLayout.Column(width: width { $0.counts[index].text }, priority: 7) }
    return [.init(width: 1, priority: 9), .init(width: width(\.time), priority: 10)] + counts + [
      .init(width: provider, priority: 3), .init(minimum: min(12, host), priority: 2),
      .init(width: width(\.remark), priority: 6), .init(width: width(\.sequence), priority: 5),
    ]
  }

  /// Whose all commits are; nil where they are of several. Those that brought no catalogue count for nobody.
  static func soleProvider(_ commits: [CapsuleOverview.CommitLine]) -> String? {
    let providers = Set(commits.lazy.map(\.provider).filter { !$0.isEmpty })
    return providers.count == 1 ? providers.first : nil
  }

  /// Writes them into the columns of `row`.
  func draw(_ row: RowPainter, on buffer: inout Buffer) {
    row.write(mark.text, mark.style, column: 0, on: &buffer)
    row.write(time, timeStyle, column: 1, alignment: .right, on: &buffer)
    for (index, count) in counts.enumerated() {
      row.write(count.text, count.style, column: 2 + index, alignment: .right, on: &buffer)
    }
    row.write(provider, .list, column: 5, on: &buffer)
    row.write(host, .textFaint, column: 6, on: &buffer)
    row.write(remark, .textDim, column: 7, alignment: .right, on: &buffer)
    row.write(sequence, .textFaint, column: 8, alignment: .right, on: &buffer)
  }

  /// `+3`; nothing where nothing changed.
  private static func count(_ mark: String, _ number: Int) -> String {
    number == 0 ? "" : mark + Strings.grouped(number)
  }

  /// `cdn.jsdelivr.net` of `https://cdn.jsdelivr.net/npm/`; what is no address stays.
  static func host(of address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return address }
    let host = address[scheme.upperBound...].prefix { $0 != "/" }
    return host.isEmpty ? address : String(host)
  }
}
