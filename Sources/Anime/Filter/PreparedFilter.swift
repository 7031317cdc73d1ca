/// A filter made ready to be asked about thousands of shows.
///
/// Titles are searched once, when it is made, and ids and sites are looked up; what is left for each show are a few
/// comparisons.
///
///     let filter = PreparedFilter(try Filter("airing and score>=8"), in: scene)
///     let wanted = entries.filter { filter.passes($0.show, entry: $0) }
public struct PreparedFilter {
  /// A question about one show.
  typealias Test = (FilterSubject) -> Bool

  private let catalogue: Catalogue
  private let test: Test

  /// `filter`, made ready for `scene`.
  public init(_ filter: Filter, in scene: FilterScene) {
    catalogue = scene.catalogue
    test = FilterPreparation(scene: scene).test(of: filter)
  }

  /// Whether `show` passes, about which the user keeps `entry`.
  public func passes(_ show: ShowID, entry: ListEntry) -> Bool {
    test(FilterSubject(show: catalogue.position(of: show).map(catalogue.summary(at:)), entry: entry))
  }

  /// Whether the show at `position` of the catalogue passes, about which the user keeps `entry`.
  public func passes(at position: Int, entry: ListEntry?) -> Bool {
    let show = catalogue.summary(at: position)
    return test(FilterSubject(show: show, entry: entry ?? ListEntry(show: show.id)))
  }
}

extension Catalogue {
  /// The shows that pass `filter`, those whose titles hold its words best first, then the newest.
  public func positions(passing filter: Filter, in scene: FilterScene, entries: [ShowID: ListEntry]) -> [Int] {
    let found = search(filter.words)
    guard !filter.isSearch else { return found }
    let prepared = PreparedFilter(filter, in: scene)
    return found.filter { prepared.passes(at: $0, entry: entries[id(at: $0)]) }
  }
}
