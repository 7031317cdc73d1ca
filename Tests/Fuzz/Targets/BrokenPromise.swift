/// What a parser did with some input that it must never do.
struct BrokenPromise: Error, CustomStringConvertible {
  /// Which promise it was, and what was found instead.
  let description: String
}

/// Throws that `promise` is broken unless `isKept`.
func promise(_ promise: @autoclosure () -> String, _ isKept: Bool) throws(BrokenPromise) {
  if !isKept { throw BrokenPromise(description: promise()) }
}
