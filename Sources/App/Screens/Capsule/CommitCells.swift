import Anime
import TUI

/// The texts of one commit.
struct CommitCells {
  private let standing: (mark: String, style: StyleName, word: String)
  private let time: String
  private let timeStyle: StyleName
  private let sequence: String
  private let counts: [(text: String, style: StyleName)]
  private let provider: String
  private let host: String

  init(_ commit: CapsuleOverview.CommitLine, _ world: Surroundings) {
    let strings = world.strings
    let civil = world.zone.civil(commit.time)
    let isSetAside = commit.cause == .setAside
    time = "\(strings.columnDay(civil.date)) \(Strings.clock(civil))"
    timeStyle = commit.isThinned ? .timePast : .time
    sequence = "#\(commit.sequence)"
    // What was set aside changed nothing.
    counts = [
      (Self.count("+", commit.added), isSetAside ? .textFaint : .changeAdded),
      (Self.count("~", commit.changed), isSetAside ? .textFaint : .changeChanged),
      (Self.count(world.marks.minus, commit.removed), isSetAside ? .textFaint : .changeRemoved),
    ]
    provider = commit.provider
    host = Self.host(of: commit.mirror)
    standing = Self.standing(of: commit, world)
  }

  /// What sets a commit apart, as a mark and as a word; what matters most to who looks at it wins.
  private static func standing(
    of commit: CapsuleOverview.CommitLine, _ world: Surroundings
  ) -> (mark: String, style: StyleName, word: String) {
    let (marks, strings) = (world.marks, world.strings)
    if world.past?.sequence == commit.sequence { return (marks.lookedAt, .new, strings.lookedAt) }
    if commit.isHead {
      // Without a number beside it the newest would look as if it held nothing.
      let word = commit.cause == .setAside ? strings.commitCause(.setAside) : strings.head
      return (marks.head, .markFollowed, word)
    }
    if commit.cause == .setAside { return (marks.setAside, .new, strings.commitCause(.setAside)) }
    if commit.isThinned { return (marks.thinned, .markOff, strings.thinned) }
    return (" ", .mark, commit.cause == .sync ? "" : strings.commitCause(commit.cause))
  }

  /// The columns that hold these commits, so that all rows line up.
  static func columns(
    _ commits: [CapsuleOverview.CommitLine], hasProviders: Bool, _ world: Surroundings
  ) -> [TableLayout.Column] {
    let cells = commits.map { CommitCells($0, world) }
    func width(_ text: (CommitCells) -> String) -> Int { world.widest(cells.lazy.map(text)) }
    let host = width(\.host)
    let provider = hasProviders ? min(20, width(\.provider)) : 0
    let counts = (0..<3).map { index in TableLayout.Column(width: width { $0.counts[index].text }, priority: 7) }
    return [.init(width: 1, priority: 9), .init(width: width(\.time), priority: 10)] + counts + [
      .init(width: provider, priority: 3), .init(minimum: min(12, host), priority: 2),
      .init(width: width(\.standing.word), priority: 6), .init(width: width(\.sequence), priority: 5),
    ]
  }

  /// Writes them into the columns of `row`.
  func draw(_ row: RowPainter, on buffer: inout Buffer) {
    row.write(standing.mark, standing.style, column: 0, on: &buffer)
    row.write(time, timeStyle, column: 1, alignment: .right, on: &buffer)
    for (index, count) in counts.enumerated() {
      row.write(count.text, count.style, column: 2 + index, alignment: .right, on: &buffer)
    }
    row.write(provider, .list, column: 5, on: &buffer)
    row.write(host, .textFaint, column: 6, on: &buffer)
    row.write(standing.word, .textDim, column: 7, alignment: .right, on: &buffer)
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
