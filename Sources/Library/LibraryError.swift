public import Anime
public import Capsule
public import Danmaku

/// What the library could not do, as facts.
public enum LibraryError: Error, Equatable {
  /// The show is not known here.
  case unknownShow(ShowID)
  /// The capsule could not be read or written.
  case capsule(CapsuleError)
  /// Nothing was here yet at the moment that was asked for; `first` is when the first thing was written down.
  case beforeFirst(Instant?)
  /// No commit has this number, or a name that begins so.
  case noSuchCommit(String)
  /// The names of several commits begin so.
  case ambiguousCommit(String, [CommitID])
  /// A collection gave up what the commit said the catalogue was.
  case givenUp(CommitSummary)
  /// Nothing of the provider's is set aside.
  case nothingSetAside(String)
  /// What the provider sent then can no longer be read.
  case unreadableFile(provider: String)
  /// The comments that are kept as `name` are none that can be read here.
  case unreadableDanmaku(name: String, DanmakuError)
  /// Other processes kept committing while this one tried to.
  case busy
}

/// Runs `body`; what the capsule could not do, the library could not do either.
func inCapsule<Value>(_ body: () throws(CapsuleError) -> Value) throws(LibraryError) -> Value {
  do {
    return try body()
  } catch {
    throw .capsule(error)
  }
}
