import FoundationEssentials

/// What every answer of a dandanplay server may say: a refusal comes with status 200.
struct DandanplayEnvelope: Decodable {
  var success: Bool?
  var errorMessage: String?
}

/// The answer to a search for episodes by a show's title.
struct DandanplaySearch: Decodable {
  var animes: [DandanplayShow]?
}

/// The answer to a show's id at another site.
struct DandanplayShowAnswer: Decodable {
  var bangumi: DandanplayShow?
}

/// A show, with its episodes.
struct DandanplayShow: Decodable {
  var animeTitle: String?
  var episodes: [DandanplayEpisode]?
}

/// An episode as the server numbers it.
struct DandanplayEpisode: Decodable {
  var episodeId: DandanplayNumber
  var episodeTitle: String?
  var episodeNumber: DandanplayNumber?
  /// The seconds by which comments have to be delayed.
  var shift: Double?
}

/// What is asked to match a file.
struct DandanplayMatchRequest: Encodable {
  var fileName: String
  var fileHash: String
  var fileSize: Int
  var matchMode = "hashAndFileName"
}

/// What files a server found to match; only where `isMatched` it is sure.
struct DandanplayMatchAnswer: Decodable {
  var isMatched: Bool?
  var matches: [DandanplayEpisode]?
}

/// A number that some servers write as a text.
struct DandanplayNumber: Decodable, Hashable {
  var text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int64.self) {
      text = String(number)
    } else {
      text = try container.decode(String.self)
    }
  }
}

extension DandanplayShow {
  /// The episode `number` in the order of airing; nil where it cannot be told.
  ///
  /// Its own number decides, else the number in its title, else its place, where no title tells of a number. Where the
  /// server was asked for one episode, `isFiltered`, a single answer is it.
  func episode(_ number: Int, isFiltered: Bool) -> DandanplayEpisode? {
    let episodes = episodes ?? []
    if let numbered = episodes.first(where: { $0.episodeNumber?.text == String(number) }) { return numbered }
    if let titled = episodes.first(where: { $0.titleNumber == number }) { return titled }
    guard episodes.allSatisfy({ $0.titleNumber == nil && $0.episodeNumber == nil }) else { return nil }
    if isFiltered { return episodes.count == 1 ? episodes[0] : nil }
    return episodes.indices.contains(number - 1) ? episodes[number - 1] : nil
  }
}

extension DandanplayEpisode {
  /// The number in `第7话 …`, `第07集` or `7. …`; nil where there is none.
  var titleNumber: Int? {
    guard let title = episodeTitle else { return nil }
    let rest = title.first == "第" ? title.dropFirst().drop { $0 == " " } : title[...]
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let behind = rest.dropFirst(digits.count).drop { $0 == " " }.first
    let isMarked =
      title.first == "第" ? behind.map { "话話集回".contains($0) } ?? false : behind.map { ".、:：".contains($0) } ?? true
    return isMarked ? Int(digits) : nil
  }
}
