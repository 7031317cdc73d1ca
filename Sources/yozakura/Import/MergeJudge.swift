internal import Anime
internal import App
internal import CSystem
internal import Glibc
internal import Library

/// Decides where the list says something of a field and a file says something else.
struct MergeJudge {
  private let policy: MergePolicy
  /// When the file was written, for entries that do not say when they were.
  private let written: Instant
  private let watchlist: Watchlist?
  private let session: Session
  private let snapshot: Snapshot

  /// A judge for `file`, who asks on the terminal where the policy says so.
  init(_ policy: MergePolicy, file: String, session: Session, snapshot: Snapshot) throws {
    if policy == .ask, isatty(STDIN_FILENO) == 0 {
      throw Failure.usage("--policy ask wants a terminal to ask on.")
    }
    self.policy = policy
    self.session = session
    self.snapshot = snapshot
    written = Self.written(file) ?? WallClock.machine
    watchlist = policy == .newest ? try session.library.watchlist() : nil
  }

  /// Whether what the file says of a field, `change`, counts.
  func wins(_ entry: ImportedEntry, over kept: ListEntry, _ change: Change) throws -> Bool {
    switch policy {
    case .mine: false
    case .theirs: true
    case .newest:
      watchlist?.authors(of: kept.show)[change.field].map { $0.wall < entry.written ?? written } ?? true
    case .ask: try ask(kept, change)
    }
  }

  private func ask(_ kept: ListEntry, _ change: Change) throws -> Bool {
    let title = snapshot.catalogue.show(kept.show)?.titles.display(session.titles) ?? kept.show.description
    let mine = session.strings.change(Change(change.field, of: kept), session.scoreScale)
    let theirs = session.strings.change(change, session.scoreScale)
    while true {
      Standard.talk("\(Page.cleaned(title)): \(Page.cleaned(mine)) → \(Page.cleaned(theirs))? [y/n] ")
      switch readLine()?.lowercased() {
      case "y", "yes": return true
      case "n", "no": return false
      case nil: throw Failure(.interrupted, "Nothing was taken in: not all questions were answered.")
      default: continue
      }
    }
  }

  /// When the file at `path` was last written; nil for what is no file.
  private static func written(_ path: String) -> Instant? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Instant(seconds: Int64(status.st_mtim.tv_sec))
  }
}
