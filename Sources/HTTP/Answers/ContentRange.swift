/// Which part of a file an answer holds.
///
///     bytes 100-199/200   →   first 100, last 199, total 200
struct ContentRange: Equatable {
  let first: Int
  let last: Int
  /// The length of the whole, where the server tells it.
  let total: Int?

  /// Reads the value of a Content-Range; nil where it is none of bytes, or makes no sense.
  init?(_ value: String) {
    let words = value.split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
    let sides = words[1].split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let ends = sides[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first >= 0, first <= last, last < .max,
      sides[1] == "*" || Int(sides[1]).map({ $0 > last }) == true
    else { return nil }
    (self.first, self.last, total) = (first, last, Int(sides[1]))
  }
}

extension HTTPHeaders {
  /// The part that a 206 holds.
  var range: ContentRange? {
    self["Content-Range"].flatMap { ContentRange($0) }
  }

  /// What names this very file in an If-Range, where the server takes one (RFC 9110, 13.1.5).
  ///
  /// A weak ETag does not say that the bytes are the same, and neither does a time of modification that is hardly
  /// older than the answer: the file may have changed twice within it.
  var rangeValidator: String? {
    guard self["Accept-Ranges"]?.lowercased() != "none" else { return nil }
    if let etag = self["ETag"], etag.hasPrefix("\""), etag.hasSuffix("\""), isPlain(etag) { return etag }
    guard let modified = self["Last-Modified"], isPlain(modified), let then = HTTPDate.seconds(modified),
      let now = self["Date"].flatMap(HTTPDate.seconds), now - then >= 60
    else { return nil }
    return modified
  }

  /// Whether `value` can be sent back.
  private func isPlain(_ value: String) -> Bool {
    (2...256).contains(value.utf8.count) && value.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}
