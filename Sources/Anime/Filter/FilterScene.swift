/// What a filter is asked of: all shows, at a moment, as somebody sees them.
public struct FilterScene {
  /// The shows.
  public var catalogue: Catalogue
  /// The moment; what airs and what is long ago goes by it.
  public var now: Instant
  /// The reader's zone, for the day on which something was changed.
  public var zone: Zone
  /// The saved filters, by name.
  public var saved: [String: Filter]
  /// The title of a show that the user keeps and the catalogue has lost; "" where nobody knows it.
  public var lostTitle: (ShowID) -> String

  /// The scene of these.
  public init(
    catalogue: Catalogue, now: Instant, zone: Zone, saved: [String: Filter] = [:],
    lostTitle: @escaping (ShowID) -> String = { _ in "" }
  ) {
    self.catalogue = catalogue
    self.now = now
    self.zone = zone
    self.saved = saved
    self.lostTitle = lostTitle
  }
}

/// What a filter is asked about: a show of the catalogue, with what the user keeps about it.
struct FilterSubject {
  /// The show; nil where the catalogue has lost it.
  var show: ShowSummary?
  /// What the user keeps, nothing perhaps.
  var entry: ListEntry

  /// The show where more is known of it than its titles and ids.
  var facts: ShowSummary? { show.flatMap { $0.isKnown ? $0 : nil } }
}
