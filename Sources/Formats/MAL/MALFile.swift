public import Markup

/// A list as MyAnimeList exports it.
///
/// What it says of itself, such as how many entries it has, is not read: exports are known in which it is wrong.
public struct MALFile: Hashable, Sendable {
  /// Who exported it; empty where it does not say.
  public var user: String
  /// The entries, in the order of the file.
  public var entries: [MALEntry]
  /// The entries that are none, and why.
  public var skipped: [MALSkipped]
  /// Why the rest of the file was not read; nil where all of it was.
  public var problem: MarkupError?

  /// A list of `entries`.
  public init(user: String = "", entries: [MALEntry], skipped: [MALSkipped] = [], problem: MarkupError? = nil) {
    self.user = user
    self.entries = entries
    self.skipped = skipped
    self.problem = problem
  }
}

/// An entry that cannot be used as it is, which is told rather than dropped.
public struct MALSkipped: Hashable, Sendable {
  /// Why a list's entry cannot be used.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    /// It does not say which anime it is about.
    case noID
    /// An entry before it is about the same.
    case duplicate
    /// The file breaks off within it.
    case cutOff
    /// It is about a manga.
    case manga
  }

  /// Why.
  public var reason: Reason
  /// What it says.
  public var entry: MALEntry
  /// The line in which it begins.
  public var line: Int

  /// An entry that begins in `line`.
  public init(_ reason: Reason, _ entry: MALEntry, line: Int) {
    self.reason = reason
    self.entry = entry
    self.line = line
  }
}

/// Why a file is no list of MyAnimeList's.
public enum MALError: Error, Hashable, Sendable {
  /// It is something else, of which `root` is the first element; empty where it has none.
  case notList(root: String)
  /// It cannot be read at all.
  case markup(MarkupError)
}
