/// A catalogue as large as the real one, in bangumi-data's shape, the same at every run.
///
/// Benchmarks bring their own data, so that a figure means the same on every machine.
struct SyntheticCatalogue {
  /// How many shows.
  static let count = 8821

  /// The bytes that a mirror would serve, about 7.5 MB.
  let json: [UInt8]
  /// Every title, a line each, as a fuzzy finder reads them.
  let titles: [UInt8]

  init() {
    var random = SplitMix(state: 20_260_815)
    var items: [String] = []
    var lines: [String] = []
    for number in 1...Self.count {
      let show = Self.show(number, of: Self.count, &random)
      items.append(show.json)
      lines.append(contentsOf: show.titles)
    }
    json = Array((Self.sites + items.joined(separator: ",") + "]}\n").utf8)
    titles = Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static let stations = ["unext", "danime", "abema", "prime", "nicovideo", "gamer", "crunchyroll", "netflix"]

  /// All that stands before the first show.
  static let sites: String = {
    let info = ["bangumi", "mal", "aniList", "anidb", "tmdb"].map {
      "\"\($0)\":{\"title\":\"\($0)\",\"urlTemplate\":\"https://\($0).example/{{id}}\",\"type\":\"info\"}"
    }
    let onair = stations.map {
      "\"\($0)\":{\"title\":\"\($0)\",\"urlTemplate\":\"https://\($0).example/{{id}}\","
        + "\"regions\":[\"JP\"],\"type\":\"onair\"}"
    }
    return "{\"siteMeta\":{" + (info + onair).joined(separator: ",") + "},\"items\":["
  }()

  /// The show `number` of `count`, with at most `links` stations; another `revision` says something else about it.
  static func show(
    _ number: Int, of count: Int, links: Int = 6, revision: Int? = nil, _ random: inout SplitMix
  ) -> (json: String, titles: [String]) {
    let japanese = random.title(kana + kanji, length: 5...16)
    let chinese = random.title(kanji, length: 4...12)
    // In the real data set seven shows in ten have no English title.
    let english = random.below(10) < 3 ? random.phrase(words: 2...5) : nil
    let year = 1963 + number * 63 / count
    let month = 1 + random.below(12)
    let begin = "\(year)-\(month < 10 ? "0" : "")\(month)-\(10 + random.below(18))T1\(random.below(6)):30:00.000Z"
    let runs = number > count - 110
    let end = runs ? "" : "\(year + 1)-06-2\(random.below(8))T13:00:00.000Z"
    let ids = ["bangumi", "mal", "aniList", "anidb"].map { "{\"site\":\"\($0)\",\"id\":\"\(number * 7 + 3)\"}" }
    let page = revision.map { "news/\(1000 + $0)" } ?? ""
    let links = stations.prefix(1 + random.below(links)).map {
      "{\"site\":\"\($0)\",\"id\":\"\(random.below(900_000))\",\"begin\":\"\(begin)\","
        + "\"broadcast\":\"R/\(begin)/P7D\",\"end\":\"\",\"comment\":\"\"}"
    }
    let kind = ["tv", "tv", "tv", "movie", "ova", "web"][random.below(6)]
    let inEnglish = english.map { ",\"en\":[\"\($0)\"]" } ?? ""
    let json = """
      {"title":"\(japanese)","titleTranslate":{"zh-Hans":["\(chinese)"]\(inEnglish)},"type":"\(kind)","lang":"ja",\
      "officialSite":"https://show\(number).example/\(page)","begin":"\(begin)","broadcast":"R/\(begin)/P7D","end":"\(end)",\
      "comment":"","sites":[\((ids + links).joined(separator: ","))]}
      """
    return (json, [japanese, chinese] + (english.map { [$0] } ?? []))
  }

  private static let kana = Array("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンのはがとにを")
  private static let kanji = Array("夜桜星月花海空風光影夢時雨雪森山川火水木金土日天地人心手目耳口声音歌剣魔法少年女王国物語伝説戦記旅学園部活青春恋愛")
}

extension SplitMix {
  mutating func below(_ limit: Int) -> Int {
    Int(next() % UInt64(limit))
  }

  mutating func title(_ letters: [Character], length: ClosedRange<Int>) -> String {
    String((0..<length.lowerBound + below(length.count)).map { _ in letters[below(letters.count)] })
  }

  mutating func phrase(words: ClosedRange<Int>) -> String {
    let syllables = [
      "ka", "ri", "mo", "ta", "sen", "yo", "za", "ku", "ra", "fri", "den", "mar", "vel", "son", "ti", "bo", "chi", "da",
      "el", "fu", "gar", "hi", "in", "jo", "kei", "lo", "mi", "nor", "or", "pa", "qui", "ro", "shi", "tsu", "un", "wa",
    ]
    return (0..<words.lowerBound + below(words.count))
      .map { _ in (0..<2 + below(3)).map { _ in syllables[below(syllables.count)] }.joined() }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
