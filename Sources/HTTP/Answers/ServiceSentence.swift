/// What a service says about its refusal, in its own words.
///
/// A header `X-Error-Message`, as dandanplay's servers send it, comes before anything in the body. There it is the
/// first `message` of a JSON body, else the first line of plain text, else the title of a page:
///
///     {"errors":[{"message":"The API is down."}]}   →   The API is down.
///     <html><title>502 Bad Gateway</title>…         →   502 Bad Gateway
enum ServiceSentence {
  /// How many characters are quoted, each with its accents.
  static let limit = 200

  /// The sentence in `body`, of which only the beginning may be there; nil where it says nothing.
  static func find(in body: [UInt8], contentType: String) -> String? {
    let text = String(decoding: body, as: UTF8.self)
    let kind = contentType.lowercased()
    let start = text.unicodeScalars.first { !$0.properties.isWhitespace }
    if kind.contains("json") || start == "{" || start == "[" {
      return JSONMessage.first(in: text).flatMap(clean)
    }
    if kind.contains("html") || start == "<" {
      return PageTitle.find(in: text).flatMap(clean)
    }
    guard kind.isEmpty || kind.contains("text/plain") else { return nil }
    return text.split(whereSeparator: \.isNewline).lazy.compactMap { clean(String($0)) }.first
  }

  /// `text` as one line that can do no harm: without controls, direction marks and other invisible characters, with
  /// single blanks, and with at most two accents on a letter.
  static func clean(_ text: String) -> String? {
    var cleaned = String.UnicodeScalarView()
    var marks = 0
    var count = 0
    var isBlankDue = false
    for scalar in text.unicodeScalars where count <= limit {
      if scalar.properties.isWhitespace {
        isBlankDue = !cleaned.isEmpty
        continue
      }
      guard isVisible(scalar) else { continue }
      marks = isMark(scalar) ? marks + 1 : 0
      guard marks <= 2 else { continue }
      if isBlankDue { cleaned.append(" ") }
      isBlankDue = false
      cleaned.append(scalar)
      count += marks == 0 ? 1 : 0
    }
    let sentence = String(String(cleaned).prefix(limit))
    return sentence.isEmpty ? nil : sentence
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
