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

  /// `end  2026-09-25 → 2026-10-02`; what is too long for one line stands on two.
  private func lines(
    of change: ShowVersion.FieldChange, labels: Int, width: Int, _ world: Surroundings
  ) -> [Line] {
    let arrow = "\(world.marks.arrow) "
    let (before, after) = Self.words(of: change, world)
    func labelled(_ label: String) -> Line {
      Line(label.padded(to: labels + 2, ambiguity: world.ambiguity), style: world.theme[.textDim])
    }
    let old = labelled(world.strings.field(change.field)) + Line(before, style: world.theme[.textFaint])
    let new = Line([
      Span(arrow, style: world.theme[.textFaint]), Span(after, style: world.theme[.changeChanged]),
    ])
    let isShort = old.width(ambiguity: world.ambiguity) + 1 + new.width(ambiguity: world.ambiguity) <= width
    return isShort ? [old + Line(" ", style: world.theme[.text]) + new] : [old, labelled("") + new]
  }

  private static func words(of change: ShowVersion.FieldChange, _ world: Surroundings) -> (String, String) {
    let instants = [change.before, change.after].map { Instant(iso8601: $0) }
    // Two times of one day differ in their clocks only.
    let days = instants.map { $0.map(world.date) }
    let needsClock = days[0] != nil && days[0] == days[1]
    func words(_ text: String, _ instant: Instant?) -> String {
      if text.isEmpty { return world.marks.nothing }
      if let instant { return world.date(instant) + (needsClock ? " " + world.clock(instant) : "") }
      guard change.field == .type, let kind = Show.Kind(rawValue: text) else { return text }
      return world.strings.kind(kind)
    }
    return (words(change.before, instants[0]), words(change.after, instants[1]))
  }
}
