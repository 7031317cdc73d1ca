/// What a service says about its refusal, in its own words.
///
/// The first `message` of a JSON body, else the first line of plain text, else the title of a page:
///
///     {"errors":[{"message":"The API is down."}]}   →   The API is down.
///     <html><title>502 Bad Gateway</title>…         →   502 Bad Gateway
enum ServiceSentence {
  /// The sentence in `body`, without control characters, at most 200 characters long.
  static func find(in body: [UInt8], contentType: String) -> String? {
    let text = String(decoding: body, as: UTF8.self)
    let kind = contentType.lowercased()
    let found: Substring? =
      if kind.contains("json") || text.hasPrefix("{") {
        value(of: "message", in: text)
      } else if kind.contains("html") || text.hasPrefix("<") {
        between("<title>", "</title>", in: text)
      } else {
        text.split(whereSeparator: \.isNewline).first
      }
    return found.flatMap(clean)
  }

  private static func value(of name: String, in text: String) -> Substring? {
    guard let key = text.firstRange(of: "\"\(name)\"") else { return nil }
    let rest = text[key.upperBound...].drop { $0 == ":" || $0.isWhitespace }
    guard rest.first == "\"" else { return nil }
    // An escaped quote ends the sentence early: good enough for a line that only quotes.
    return rest.dropFirst().prefix { $0 != "\"" && $0 != "\\" }
  }

  private static func between(_ start: String, _ end: String, in text: String) -> Substring? {
    guard let from = text.firstRange(of: start), let to = text[from.upperBound...].firstRange(of: end) else {
      return nil
    }
    return text[from.upperBound..<to.lowerBound]
  }

  private static func clean(_ text: Substring) -> String? {
    let scalars = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    let cleaned = String(String(String.UnicodeScalarView(scalars)).trimmed.prefix(200))
    return cleaned.isEmpty ? nil : cleaned
  }
}
