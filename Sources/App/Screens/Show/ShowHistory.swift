import Anime
import TUI

/// What commits did to a show, as lines: `2026-08-12  end  2026-09-25 → 2026-10-02`.
struct ShowHistory: Sendable {
  private enum State {
    case awaited, failed
    case told([ShowVersion])
  }

  private var state = State.awaited
  private static let dateWidth = 12
  /// How many rows one side of a change takes at most.
  private static let longestText = 4

  mutating func keep(_ versions: [ShowVersion]) {
    state = .told(versions)
  }

  /// Something failed; what was told already stays.
  mutating func fail() {
    if case .awaited = state { state = .failed }
  }

  /// A heading, and the versions, the newest first.
  func lines(width: Int, _ world: Surroundings) -> [Line] {
    [Line(), Line(world.strings.history, style: world.theme[.heading])]
      + content(width: width, world).map { $0.truncated(to: width, ambiguity: world.ambiguity) }
  }

  private func content(width: Int, _ world: Surroundings) -> [Line] {
    let strings = world.strings
    func remark(_ text: String) -> [Line] {
      text.wrapped(to: width, ambiguity: world.ambiguity).map { Line($0, style: world.theme[.textFaint]) }
    }
    switch state {
    case .awaited: return remark(strings.historyAwaited)
    case .failed: return remark(strings.historyUnread)
    case .told(let versions) where versions.isEmpty: return remark(strings.noVersion)
    case .told(let versions) where versions.count == 1:
      return remark(strings.oneVersion(world.date(versions[0].time)))
    case .told(let versions):
      let labels = world.widest(versions.flatMap(Self.fields).map(strings.field))
      return versions.flatMap { lines(of: $0, labels: labels, width: width, world) }
    }
  }

  private static func fields(of version: ShowVersion) -> [ShowVersion.Field] {
    if case .changed(let changes) = version.event { changes.map(\.field) } else { [] }
  }

  private func lines(of version: ShowVersion, labels: Int, width: Int, _ world: Surroundings) -> [Line] {
    let texts: [Line] =
      switch version.event {
      case .added: [happened(world.strings.versionAdded, .changeAdded, version, world)]
      case .removed: [happened(world.strings.versionRemoved, .changeRemoved, version, world)]
      case .changed(let changes):
        changes.flatMap { lines(of: $0, labels: labels, width: width - Self.dateWidth, world) }
      }
    return texts.enumerated().map { index, text in
      let date = (index == 0 ? world.date(version.time) : "").padded(to: Self.dateWidth)
      return Line(date, style: world.theme[.time]) + text
    }
  }

  private func happened(_ word: String, _ style: StyleName, _ version: ShowVersion, _ world: Surroundings) -> Line {
    Line([
      Span(word, style: world.theme[style]),
      Span(world.marks.separator + version.provider, style: world.theme[.textFaint]),
    ])
  }

  /// `end  2026-09-25 → 2026-10-02`; what is too long for one line goes on below.
  private func lines(
    of change: ShowVersion.FieldChange, labels: Int, width: Int, _ world: Surroundings
  ) -> [Line] {
    let arrow = "\(world.marks.arrow) "
    let (before, after) = FieldWords(world: world).words(of: change)
    let field = world.strings.field(change.field).padded(to: labels + 2, ambiguity: world.ambiguity)
    let label = Line(field, style: world.theme[.textDim])
    let (old, new) = (world.theme[.textFaint], world.theme[.changeChanged])
    let begin = label + Line("\(before) \(arrow)", style: old)
    let isShort = begin.width(ambiguity: world.ambiguity) + world.widest([after]) <= width
    if isShort || change.before.isEmpty { return below(begin, after, new, width: width, world) }
    let pointer = Line(String(repeating: " ", count: labels + 2) + arrow, style: old)
    return below(label, before, old, width: width, world) + below(pointer, after, new, width: width, world)
  }

  /// A text behind `label`, which goes on below itself.
  private func below(_ label: Line, _ text: String, _ style: Style, width: Int, _ world: Surroundings) -> [Line] {
    let used = label.width(ambiguity: world.ambiguity)
    let blank = Line(String(repeating: " ", count: used), style: style)
    let texts = text.wrapped(to: max(8, width - used), rows: Self.longestText, ambiguity: world.ambiguity)
    return texts.enumerated().map { ($0 == 0 ? label : blank) + Line($1, style: style) }
  }
}
