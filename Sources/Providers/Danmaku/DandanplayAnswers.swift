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
  /// Its number decides. Where a second season goes on counting, as in 13, 14, 15, or where no episode tells a number, it
  /// is its place; but where the server was asked for one episode, `isFiltered`, places mean nothing.
  func episode(_ number: Int, isFiltered: Bool) -> DandanplayEpisode? {
    let episodes = episodes ?? []
    let numbered = episodes.compactMap { episode in episode.number.map { (number: $0, episode: episode) } }
    guard let first = numbered.map(\.number).min() else {
      return isFiltered ? (episodes.count == 1 ? episodes[0] : nil) : Self.element(number, of: episodes)
    }
    if let found = numbered.first(where: { $0.number == number }) { return found.episode }
    guard !isFiltered, first > 1 else { return nil }
    return Self.element(number, of: numbered.sorted { $0.number < $1.number }.map(\.episode))
  }

  private static func element(_ place: Int, of episodes: [DandanplayEpisode]) -> DandanplayEpisode? {
    episodes.indices.contains(place - 1) ? episodes[place - 1] : nil
  }
}

extension DandanplayEpisode {
  /// The milliseconds by which comments have to be delayed; none where the server says weeks, which no film is long.
  var delay: Int { shift.flatMap { Int32(exactly: ($0 * 1000).rounded()) }.map(Int.init) ?? 0 }

  /// Its number, as the server says it, else as its title does; nil for openings and specials.
  var number: Int? {
    episodeNumber.map { Int($0.text) } ?? episodeTitle.flatMap(Self.number)
  }

  /// The number in `第7话 …`, `第07集` or `7. …`; nil where there is none.
  private static func number(in title: String) -> Int? {
    let isOrdinal = title.first == "第"
    let rest = title.drop { $0 == "第" || $0 == " " }
    let digits = rest.prefix { "0"..."9" ~= $0 }
    let behind = rest.dropFirst(digits.count).first { $0 != " " }
    let marks = isOrdinal ? "话話集回" : ".、:："
    guard behind.map(marks.contains) ?? !isOrdinal else { return nil }
    return Int(digits)
  }
}
