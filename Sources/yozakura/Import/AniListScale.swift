internal import Anime

/// The scale of scores that come from AniList. It is the one that its owner chose, unless somebody asked for another:
/// then a score is more than there can be in it, and all of them are points.
struct AniListScale {
  private var factor = 1.0
  private var isSmileys = false

  /// The scale of `scores`, which AniList calls `format`.
  init(_ format: String?, _ scores: [Double]) {
    let greatest = scores.max() ?? 0
    switch format {
    case "POINT_10" where greatest <= 10, "POINT_10_DECIMAL" where greatest <= 10: factor = 10
    case "POINT_5" where greatest <= 5: factor = 20
    case "POINT_3" where greatest <= 3: isSmileys = true
    default: break
    }
  }

  /// The scale of `scores` that a program keeps which asks for them from 0 to 10, and may have taken others over.
  init(_ scores: [Double]) {
    self.init("POINT_10_DECIMAL", scores)
  }

  /// `score` in points, 0 where it is none.
  func points(_ score: Double) -> Int {
    guard score > 0, score <= 100 else { return 0 }
    if isSmileys { return ScoreScale.smileys.read(String(Int(score.rounded()))) ?? 0 }
    return Int((score * factor).rounded())
  }
}
