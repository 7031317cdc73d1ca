import Anime
import Foundation
import TestSupport

/// A name whose title, season and episodes somebody wrote down.
struct ReleaseCase {
  let input: String
  /// The titles, normalised; none where the name has no title.
  var titles: Set<String>
  var seasons: [Int]
  /// The episodes as they are written: one, or the first and the last, or each.
  var episodes: [String]
  /// What of a reading is compared with `titles`.
  var reading: @Sendable (ReleaseName) -> [String]

  /// Whether `name` says the same: the same title, the same season and the same episodes.
  func agrees(_ name: ReleaseName) -> Bool {
    Set(reading(name).map(Self.normalised)) == titles && name.seasons == seasons && Self.numbers(name) == episodes
  }

  /// White space and case differ between the files, and mean nothing.
  static func normalised(_ title: String) -> String {
    title.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The episodes of `name`, the ends of a range each.
  static func numbers(_ name: ReleaseName) -> [String] {
    name.episodes.flatMap { range in
      range.lowerBound == range.upperBound ? [range.lowerBound] : [range.lowerBound, range.upperBound]
    }.map(\.description)
  }

  /// `07.50` as we write it: `7.5`.
  static func number(_ text: String) -> String {
    let digits = text.lowercased().drop { $0 == "0" }
    return digits.first?.isNumber == true ? String(digits) : "0" + digits
  }
}

/// The files of real names; each has conventions of its own, which are kept apart by rule:
///
/// - Anitomy has one title, which keeps the word for the sort of release (`Toradora ED`) and stands as it is in the
///   name, with all its languages: our `title`.
/// - Auto_Bangumi has one for each language, without that word: our `names`.
/// - Anitomy's older file leaves `S2` and `(TV)` in the title where the newer one of the same people takes them out:
///   six names are in both and read differently. We go with the newer, and these six count as wrong in the older.
enum ReleaseFile: String, CaseIterable {
  case anitomyOlder = "filenames/anitomy-v1-data.json"
  case anitomyNewer = "filenames/anitomy-v2-data.json"
  case autoBangumi = "filenames/auto-bangumi-release_title_golden.json"

  static var arePresent: Bool { allCases.allSatisfy { TestData.path($0.rawValue) != nil } }

  func cases() throws -> [ReleaseCase] {
    switch self {
    case .anitomyNewer:
      return try (objects() as [[String: Any]]).map { object in
        Self.anitomy(object["input"], object["output"] as? [String: Any] ?? [:])
      }
    case .anitomyOlder:
      return try (objects() as [[String: Any]]).map { object in
        let output = [
          "title": object["anime_title"], "season": object["anime_season"], "episode": object["episode_number"],
        ]
        return Self.anitomy(object["file_name"], output.compactMapValues(\.self))
      }
    case .autoBangumi:
      let cases = (try objects() as [String: Any])["cases"] as? [[String: Any]] ?? []
      return cases.map(Self.autoBangumi)
    }
  }

  private func objects<Root>() throws -> Root {
    guard let path = TestData.path(rawValue),
      let root = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? Root
    else { throw CocoaError(.fileReadCorruptFile) }
    return root
  }

  private static func anitomy(_ input: Any?, _ output: [String: Any]) -> ReleaseCase {
    func texts(_ key: String) -> [String] {
      output[key] as? [String] ?? (output[key] as? String).map { [$0] } ?? []
    }
    return ReleaseCase(
      input: input as? String ?? "", titles: Set(texts("title").map(ReleaseCase.normalised)),
      seasons: texts("season").compactMap { Int($0) }, episodes: texts("episode").map(ReleaseCase.number),
      reading: { [$0.title].compactMap(\.self) })
  }

  private static func autoBangumi(_ object: [String: Any]) -> ReleaseCase {
    let expected = object["expected"] as? [String: Any] ?? [:]
    let titles = ["title_en", "title_zh", "title_jp"].compactMap { expected[$0] as? String }
    let episodes = ["episode", "episode_end"].compactMap { expected[$0] as? NSNumber }
    return ReleaseCase(
      input: object["raw"] as? String ?? "", titles: Set(titles.map(ReleaseCase.normalised)),
      seasons: [expected["season"] as? Int].compactMap(\.self), episodes: episodes.map(\.stringValue), reading: \.names)
  }
}
