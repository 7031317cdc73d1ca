internal import Anime

extension FuzzTarget {
  /// What is typed is a filter that prints back as itself and can be asked, or is refused with a place that is in it.
  @Sendable static func checkFilter(_ bytes: [UInt8]) throws(BrokenPromise) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? Filter(searching: text)
    _ = FilterCompletion(text, cursor: text.count / 2, in: FilterVocabulary())
    let filter: Filter
    do throws(FilterError) {
      filter = try Filter(text, saved: ["tonight"])
    } catch {
      return try promise("\(error.range) is in the text", 0...text.count ~= error.range.upperBound)
    }
    try checkPrinting(of: filter)
    _ = PreparedFilter(filter, in: scene).passes(at: 0, entry: nil)
  }

  private static func checkPrinting(of filter: Filter) throws(BrokenPromise) {
    let printed = filter.description
    guard printed.count <= Filter.maximumLength else { return }
    try promise("prints back as itself: \(printed)", (try? Filter(printed, saved: ["tonight"])) == filter)
  }

  private static let catalogue = Catalogue(
    shows: [
      Show(
        id: ShowID(bits: 7), titles: Titles(native: "夜桜さんち", nativeLanguage: .japanese), kind: .tv,
        begin: Instant(seconds: 1_780_000_000), provider: "fuzz")
    ], sites: [])

  private static var scene: FilterScene {
    FilterScene(
      catalogue: catalogue, now: Instant(seconds: 1_790_000_000), zone: .japan,
      saved: ["tonight": .term(.mark(.airing))])
  }
}
