import Anime
import TUI

/// What the network does, at the right of the last line: its state, since when, what happens next.
///
///     offline 3h · connection refused · capsule of 09:10 · next try 40s · r retry
///     offline 3h · next try 40s · r retry
///     offline 3h ⟳ 40s
///
/// Where there is no room the least useful part goes first; the state and the next try stay.
struct StatusCell {
  /// A part, and how long it stays.
  private struct Part {
    var line: Line
    var rank: Int
    /// Whether it is the age of the capsule, which is left out before a key is.
    var isAge: Bool { rank == StatusCell.ageRank }
  }

  private static let ageRank = 1

  private let world: Surroundings
  private var parts: [Part] = []
  /// What is left where not even the parts of the highest ranks fit.
  private var shortest: Line?

  private var strings: Strings { world.strings }

  init(_ model: Model) {
    world = model.world
    switch world.network {
    case .idle(let synced): idle(synced)
    case .syncing(let progress): syncing(progress, since: model.syncBegan)
    case .failed(.offline, _, _):
      // The user's own wish is no alarm.
      add(strings.message(for: .offline), rank: 9)
      add(capsule(model), rank: Self.ageRank)
      shortest = Line(strings.network.failing(true, nil), style: world.theme[.lineNetwork])
    case .failed(let cause, let since, let nextTry):
      failed(cause, since: since, nextTry: nextTry, capsule: capsule(model), retryKey: model.key(for: .sync))
    }
  }

  /// The longest form that takes at most `columns`; nil where there is none.
  func line(within columns: Int) -> Line? {
    var kept = parts
    while kept.count > 1, width(joined(kept)) > columns {
      guard let least = kept.indices.min(by: { kept[$0].rank < kept[$1].rank }), kept[least].rank < 8 else { break }
      kept.remove(at: least)
    }
    return [joined(kept), shortest].compactMap(\.self).first { width($0) <= columns }
  }

  /// The form for a line of `columns` that has `keys` cells of keys, which keep half of it; the shortest one where none
  /// fits. Beside keys that would have to go there is no age.
  func line(in columns: Int, beside keys: Int) -> Line {
    let longest = line(within: columns / 2) ?? shortest ?? parts.first?.line ?? Line()
    guard keys + width(longest) > columns - 4, parts.contains(where: \.isAge) else { return longest }
    var ageless = self
    ageless.parts.removeAll(where: \.isAge)
    return ageless.line(in: columns, beside: keys)
  }

  private func joined(_ parts: [Part]) -> Line {
    let separator = Line(world.marks.separator, style: world.theme[.lineNetwork])
    return Line(Array(parts.map(\.line.spans).joined(separator: separator.spans)))
  }

  private func width(_ line: Line) -> Int { line.width(ambiguity: world.ambiguity) }

  // MARK: States

  private mutating func idle(_ synced: Instant?) {
    let ago = synced.map(world.ago)
    add(ago.map(strings.syncedAgo) ?? strings.neverSynced, rank: 9)
  }

  private mutating func syncing(_ progress: SyncProgress, since began: Instant?) {
    guard let mirror = progress.mirror else {
      let age = began.map { (world.now - $0).milliseconds / 1000 } ?? 0
      add(strings.asking + (age > 0 ? " " + strings.network.seconds(Int(age)) : ""), rank: 9)
      return
    }
    add(Strings.bytes(progress.bytes), rank: 9)
    add(strings.network.perSecond(Strings.bytes(progress.rate)), rank: 6)
    add(mirror, rank: 7)
  }

  private mutating func failed(
    _ cause: NetworkCause, since: Instant, nextTry: Instant?, capsule: String?, retryKey: String?
  ) {
    let span = world.now - since
    let age = span.milliseconds < 60_000 ? nil : strings.length(span)
    let state = Line(strings.network.failing(cause.isOutage, age), style: world.theme[.lineAlarm])
    parts.append(Part(line: state, rank: 9))
    add(strings.network.cause(cause), rank: cause.isLocalFault ? 6 : 2)
    add(capsule, rank: Self.ageRank)
    if let nextTry, nextTry > world.now {
      let wait = strings.countdown(to: nextTry, now: world.now)
      add(strings.network.nextTry(wait), rank: 8)
      shortest = state + Line(" \(world.marks.retry) \(wait)", style: world.theme[.lineNetwork])
    }
    guard let retryKey else { return }
    let key = Line(retryKey, style: world.theme[.lineKey])
    parts.append(Part(line: key + Line(" " + strings.network.retry, style: world.theme[.lineNetwork]), rank: 5))
  }

  /// How fresh what is here is, while nothing fresher can be had; nil for the starter catalogue, whose date the bar tells.
  private func capsule(_ model: Model) -> String? {
    let stamp = (model.present ?? world.library).catalogue.stamp
    if stamp.isStarterOnly { return nil }
    guard let checked = [model.synced, stamp.observed].compactMap(\.self).max() else { return strings.neverSynced }
    let isRecent = world.now - checked < .days(6)
    return strings.network.capsuleOf(
      isRecent ? world.dayAndClock(checked, seenFrom: world.now) : world.date(checked))
  }

  private mutating func add(_ text: String?, rank: Int) {
    guard let text else { return }
    parts.append(Part(line: Line(text, style: world.theme[.lineNetwork]), rank: rank))
  }
}
