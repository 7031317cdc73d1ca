public import Anime

/// What the library holds at one moment, as the interface needs it.
public struct LibraryState: Sendable {
  /// All shows.
  public var catalogue: Catalogue
  /// What the user keeps about shows.
  public var entries: [ShowID: ListEntry]

  /// A state of the library.
  public init(catalogue: Catalogue, entries: [ShowID: ListEntry] = [:]) {
    self.catalogue = catalogue
    self.entries = entries
  }

  /// A library without a show.
  public static let empty = LibraryState(catalogue: Catalogue(shows: [], sites: []))

  /// What is kept about `show`; an empty entry where nothing is.
  public subscript(_ show: ShowID) -> ListEntry {
    entries[show] ?? ListEntry(show: show)
  }
}
