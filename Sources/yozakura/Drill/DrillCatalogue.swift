internal import FaultServer

/// The catalogue of a drill: an earlier release, the newest, and one from which most is missing.
enum DrillCatalogue {
  /// How many shows the earlier release has.
  static let olderCount = 200
  /// How many the newest has.
  static let newestCount = 204
  /// A show that all of them have.
  static let show = "bangumi:900001"

  /// The files, as mirrors have them.
  static let content = MirrorContent(
    version: "0.3.2", file: bytes(newestCount), older: bytes(olderCount), shrunken: bytes(olderCount / 2))

  /// A file of bangumi-data with `count` shows, made up.
  private static func bytes(_ count: Int) -> [UInt8] {
    let items = (1...count).map { number in
      """
      {"title": "夜桜の話\(number)", "titleTranslate": {"en": ["Tale \(number) of the Night"]}, "type": "tv", \
      "lang": "ja", "officialSite": "https://example.org/\(number)", "begin": "2026-07-01T13:00:00.000Z", "end": "", \
      "sites": [{"site": "bangumi", "id": "\(900_000 + number)"}]}
      """
    }
    let sites =
      #"{"bangumi": {"title": "番组计划", "urlTemplate": "https://bangumi.tv/subject/{{id}}", "type": "info"}}"#
    return Array(#"{"siteMeta": \#(sites), "items": [\#(items.joined(separator: ",\n"))]}"#.utf8)
  }
}
