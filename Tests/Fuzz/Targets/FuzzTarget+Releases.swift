internal import Anime

extension FuzzTarget {
  /// What a name says is harmless and short, and the same every time.
  @Sendable static func checkReleaseName(_ bytes: [UInt8]) throws(BrokenPromise) {
    let text = String(decoding: bytes, as: UTF8.self)
    let name = ReleaseName(reading: text)
    try promise("the same name says the same", ReleaseName(reading: text) == name)
    for text in [name.title, name.group].compactMap(\.self) + name.names {
      try checkHarmless(text, lineBreaks: false)
      try promise("titles are no longer than names", text.unicodeScalars.count <= Sanitiser.maximumLength)
    }
    try promise("names are not blank", !name.names.contains { $0.allSatisfy(\.isWhitespace) })
    try promise("names belong to a title", name.title != nil || name.names.isEmpty)
    let numbers = name.episodes.flatMap { [$0.lowerBound, $0.upperBound] }
    try promise("numbers have four digits at most", numbers.allSatisfy { (0..<10_000).contains($0.whole) })
    try promise("seasons are few", name.seasons.allSatisfy { (0..<10_000).contains($0) })
  }
}
