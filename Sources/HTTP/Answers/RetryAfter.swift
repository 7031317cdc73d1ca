/// How long a service asks to be left alone.
enum RetryAfter {
  /// What is believed at most: a service that names a year is waited for an hour, and asked again.
  static let longest = Duration.seconds(3600)

  /// The wait that `value` of a Retry-After asks for, from nothing to an hour; nil where it makes no sense.
  ///
  ///     "120" → 2 min    "-5" → 0 s    "99999999999999999999" → 1 h    "soon" → nil
  ///
  /// A date is held against `date`, the Date of the same answer. Without one it makes no sense: our own clock may
  /// be wrong, and the server's is the one that it was reckoned by.
  static func read(_ value: String, date: String?) -> Duration? {
    let digits = value.hasPrefix("-") ? value.dropFirst() : value[...]
    if !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return clamp(value.hasPrefix("-") ? 0 : Int(digits) ?? .max)
    }
    guard let until = HTTPDate.seconds(value), let now = date.flatMap(HTTPDate.seconds) else {
      return nil
    }
    return clamp(until - now)
  }

  private static func clamp(_ seconds: Int) -> Duration {
    min(max(.zero, .seconds(min(seconds, 1 << 32))), longest)
  }
}
