/// A date as HTTP writes it, in any of its three forms (RFC 9110, 5.6.7).
enum HTTPDate {
  /// The seconds since 1970 of `text`; nil where it is no date. curl reads it, which is there when answers are.
  static func seconds(_ text: String) -> Int? {
    guard let curl = try? Curl.shared.get() else { return nil }
    let seconds = curl.readDate(text, nil)
    return seconds < 0 ? nil : seconds
  }
}
