public import Anime
public import Capsule

/// What the library could not do, as facts.
public enum LibraryError: Error, Equatable {
  /// The show is not known here.
  case unknownShow(ShowID)
  /// The capsule could not be read or written.
  case capsule(CapsuleError)
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
