import Anime
import Capsule

/// What is made from one state of the capsule.
struct Derived: Sendable {
  /// The state.
  var state: CapsuleState
  /// All shows.
  var catalogue: Catalogue
  /// What the user keeps.
  var entries: [ShowID: ListEntry]
  /// What is here from each provider, in the order of names.
  var providers: [ProviderState]
  /// The latest time of any operation.
  var latest: HybridTime?
  /// All operations; only where they had to be read.
  var watchlist: Watchlist?
  /// What of the library was lost and has been made anew.
  var healed: LibraryLoss?

  /// What is shown.
  var snapshot: Snapshot {
    Snapshot(catalogue: catalogue, entries: entries, providers: providers)
  }

  /// What the index keeps.
  var contents: IndexContents {
    IndexContents(
      token: state.token, head: state.headText, latest: latest, providers: providers, entries: entries)
  }
}

/// Which state of the capsule something is made of.
struct CapsuleState: Equatable, Sendable {
  /// Another one whenever anybody has committed or appended anything.
  var token: ChangeToken
  /// The present commit; nil before the first.
  var head: CommitID?

  /// Whether nothing was ever written down.
  var isEmpty: Bool { head == nil && token.isEmpty }

  /// The head as text, "" before the first commit.
  var headText: String { head?.description ?? "" }
}
