/// What can be true of a show; the raw values are the words of filters.
public enum FilterMark: String, CaseIterable, Sendable {
  /// New episodes are wanted.
  case followed
  /// It runs, by the catalogue.
  case airing
  /// It has not begun.
  case upcoming
  /// It has ended.
  case ended
  /// More is kept about it than that it is followed.
  case listed
  /// More episodes are known to be out than were watched.
  case unwatched
  /// Its provider no longer lists it.
  case gone
  /// Every version of it is kept for ever.
  case pinned

  /// The mark that is written `text`, in either case.
  init?(_ text: some StringProtocol) {
    self.init(rawValue: text.lowercased())
  }
}
