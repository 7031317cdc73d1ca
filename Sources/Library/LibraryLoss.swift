/// What of the library was gone or damaged and has been made anew from the capsule, equal to what was lost.
public enum LibraryLoss: Hashable, Sendable {
  /// The index.
  case index
  /// The packed catalogue.
  case catalogue
}
