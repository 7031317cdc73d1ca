public import Anime

/// The phrases about releases in one language: what a name says, and why a show fits.
public struct ReleaseStrings: Sendable {
  /// The sort of a release.
  public let kind: @Sendable (ReleaseName.Kind) -> String
  /// The season.
  public let season: @Sendable (Int) -> String
  /// The episodes, `5` or `1-12`.
  public let episodes: @Sendable (String) -> String
  /// What speaks for a match or against it.
  public let reason: @Sendable (ReleaseMatch.Reason) -> String
  /// That a name has no title.
  public let noTitle: String
  /// That no show fits.
  public let noShow: String
}

extension ReleaseStrings {
  static let english = ReleaseStrings(
    kind: {
      switch $0 {
      case .work: "work"
      case .episode: "episode"
      case .special: "special"
      case .ova: "OVA"
      case .movie: "film"
      case .opening: "opening"
      case .ending: "ending"
      case .trailer: "trailer"
      case .batch: "batch"
      }
    },
    season: { "season \($0)" }, episodes: { "episode \($0)" },
    reason: {
      switch $0 {
      case .corrected: "you said so"
      case .sameTitle: "same title"
      case .sameStem: "same title but for the season"
      case .sameSpelling: "same title in Latin letters"
      case .reading: "the title reads so"
      case .otherLanguage: "same title in another language"
      case .partOfTitle: "only a part of the title"
      case .similarTitle(let percent): "title \(percent) % alike"
      case .sameSeason(let season): "season \(season)"
      case .otherSeason(let release, let show): "season \(release ?? 1), not \(show ?? 1)"
      case .laterSeason(let season): "the show is season \(season)"
      case .otherPart: "another part"
      case .sameYear(let year): "from \(year)"
      case .otherYear(let release, let show): "from \(show), not \(release)"
      case .sameKind: "same kind"
      case .otherKind: "another kind"
      case .ambiguous: "another show fits as well"
      }
    },
    noTitle: "no title", noShow: "no show fits")

  static let japanese = ReleaseStrings(
    kind: {
      switch $0 {
      case .work: "作品"
      case .episode: "本編"
      case .special: "特別編"
      case .ova: "OVA"
      case .movie: "映画"
      case .opening: "オープニング"
      case .ending: "エンディング"
      case .trailer: "予告"
      case .batch: "まとめ"
      }
    },
    season: { "第\($0)期" }, episodes: { "第\($0)話" },
    reason: {
      switch $0 {
      case .corrected: "指定済み"
      case .sameTitle: "題名が一致"
      case .sameStem: "期を除いて題名が一致"
      case .sameSpelling: "ローマ字で題名が一致"
      case .reading: "題名の読みが一致"
      case .otherLanguage: "別の言語の題名が一致"
      case .partOfTitle: "題名の一部だけが一致"
      case .similarTitle(let percent): "題名が\(percent)%類似"
      case .sameSeason(let season): "第\(season)期で一致"
      case .otherSeason(let release, let show): "第\(show ?? 1)期ではなく第\(release ?? 1)期"
      case .laterSeason(let season): "作品は第\(season)期"
      case .otherPart: "別のパート"
      case .sameYear(let year): "\(year)年で一致"
      case .otherYear(let release, let show): "\(release)年ではなく\(show)年"
      case .sameKind: "種類が一致"
      case .otherKind: "種類が違う"
      case .ambiguous: "ほかの作品も当てはまる"
      }
    },
    noTitle: "題名なし", noShow: "当てはまる作品なし")

  static let simplifiedChinese = ReleaseStrings(
    kind: {
      switch $0 {
      case .work: "作品"
      case .episode: "正片"
      case .special: "特别篇"
      case .ova: "OVA"
      case .movie: "电影"
      case .opening: "片头曲"
      case .ending: "片尾曲"
      case .trailer: "预告"
      case .batch: "合集"
      }
    },
    season: { "第\($0)季" }, episodes: { "第\($0)话" },
    reason: {
      switch $0 {
      case .corrected: "由你指定"
      case .sameTitle: "标题一致"
      case .sameStem: "除季数外标题一致"
      case .sameSpelling: "罗马字标题一致"
      case .reading: "标题读音一致"
      case .otherLanguage: "另一语言的标题一致"
      case .partOfTitle: "只有部分标题一致"
      case .similarTitle(let percent): "标题相似度\(percent)%"
      case .sameSeason(let season): "同为第\(season)季"
      case .otherSeason(let release, let show): "是第\(release ?? 1)季，而非第\(show ?? 1)季"
      case .laterSeason(let season): "作品是第\(season)季"
      case .otherPart: "不是同一部分"
      case .sameYear(let year): "同为\(year)年"
      case .otherYear(let release, let show): "作品是\(show)年，而非\(release)年"
      case .sameKind: "类型一致"
      case .otherKind: "类型不同"
      case .ambiguous: "另有作品同样符合"
      }
    },
    noTitle: "没有标题", noShow: "没有符合的作品")
}
