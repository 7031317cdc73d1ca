internal import Anime
internal import ArgumentParser

/// What `set` can say of when a show comes: delays, and the number of its first episode.
struct AiringOptions: ParsableArguments {
  @Option(
    help: .init(
      "The broadcast of a day in Japan comes later, 2026-08-15+30m, or not at all, 2026-08-15.", valueName: "delay"),
    transform: { text in
      guard let delay = Delay(text) else {
        throw ValidationError("“\(text)” is no delay such as 2026-08-15 or 2026-08-15+1d2h30m.")
      }
      return delay
    })
  var delay: [Delay] = []
  @Option(
    help: .init("The broadcast of a day comes as planned after all; all means every one.", valueName: "day"),
    transform: PlannedDays.init)
  var noDelay: PlannedDays?
  @Option(
    help: .init("The number of the first broadcast's episode, or none.", valueName: "number"),
    transform: FirstEpisode.init)
  var firstEpisode: FirstEpisode?

  /// Whether nothing of all that is said.
  var isEmpty: Bool { fields.isEmpty }

  /// What is said about what an entry has.
  func changes(of entry: ListEntry) -> [Change] {
    var changes: [Change] = []
    if !delay.isEmpty || noDelay != nil {
      let left = entry.delays.filter { noDelay?.contains($0.of) != true }
      changes.append(.delays(Delay.sorted(left + delay)))
    }
    if let firstEpisode { changes.append(.episodeOffset(firstEpisode.offset)) }
    return changes
  }

  /// The fields about which something is said.
  var fields: [Change] {
    changes(of: ListEntry(show: ShowID(bits: 0)))
  }

  /// The days whose broadcasts come as planned.
  struct PlannedDays: Sendable {
    /// The day; nil for all.
    private var day: CivilDate?

    init(_ text: String) throws {
      day = CivilDate(iso8601: text)
      guard day != nil || text == "all" else {
        throw ValidationError("“\(text)” is no day such as 2026-08-15, nor all.")
      }
    }

    func contains(_ day: CivilDate) -> Bool { self.day.map { $0 == day } ?? true }
  }

  /// What the first broadcast is.
  struct FirstEpisode: Sendable {
    /// Its number, minus one; nil where the user says none any more.
    var offset: Int?

    init(_ text: String) throws {
      guard text != "none" else { return }
      let before = Int(text)?.subtractingReportingOverflow(1)
      guard let before, !before.overflow, ListEntry.episodeOffsetRange.contains(before.partialValue) else {
        throw ValidationError("“\(text)” is no number of an episode, nor none.")
      }
      offset = before.partialValue
    }
  }
}
