/// Files of bangumi-data, made up.
enum SampleCatalogue {
  /// A file with `count` shows, of which the first three have something special.
  ///
  /// The first two share a MyAnimeList id; the third has titles that want to do harm.
  static func bytes(count: Int = 60, generation: Int = 1) -> [UInt8] {
    let items = (0..<count).map { item($0, generation: generation) }.joined(separator: ",\n")
    return Array(
      """
      {"siteMeta": {
        "bangumi": {"title": "番组计划", "urlTemplate": "https://bangumi.tv/subject/{{id}}", "type": "info"},
        "mal": {"title": "MyAnimeList", "urlTemplate": "https://myanimelist.net/anime/{{id}}", "type": "info"},
        "crunchyroll": {"title": "Crunchyroll", "urlTemplate": "https://www.crunchyroll.com/series/{{id}}", \
      "type": "onair", "regions": ["US", "GB"]},
        "dmhy": {"title": "动漫花园", "urlTemplate": "https://share.dmhy.org/topics/list?keyword={{id}}", \
      "type": "resource"}},
       "items": [
      \(items)
      ]}

      """.utf8)
  }

  private static func item(_ number: Int, generation: Int) -> String {
    let title =
      switch number {
      case 2: "\\u001b]0;pwned\\u0007\\u202e=HYPERLINK(1)"
      default: "桜の話\(number)"
      }
    let mal = number < 2 ? 1 : 1000 + number
    return """
      {"title": "\(title)", "titleTranslate": {"zh-Hans": ["樱花物语\(number)"], "en": ["Sakura Tale \(number)"]}, \
      "type": "tv", "lang": "ja", "officialSite": "https://example.org/\(number)", \
      "begin": "2026-07-0\(number % 7 + 1)T13:00:00.000Z", \
      "broadcast": "R/2026-07-0\(number % 7 + 1)T13:00:00.000Z/P7D", "end": "", "comment": "generation \(generation)", \
      "sites": [{"site": "bangumi", "id": "\(900_000 + number)"}, {"site": "mal", "id": "\(mal)"}, {"site": "dmhy", "id": "桜"}, \
      {"site": "crunchyroll", "id": "G\(number)", "begin": "2026-07-0\(number % 7 + 1)T14:00:00.000Z", \
      "broadcast": "R/2026-07-0\(number % 7 + 1)T14:00:00.000Z/P7D"}]}
      """
  }
}
