/// One place where a show comes, television or a site, with all the times it comes there.
struct AiringLine {
  /// Television, or a stream.
  var kind: Airing.Kind
  /// The key of the site; nil for television, and where a web series has no site.
  var site: String?
  /// The times.
  var plan: SlotPlan
  /// Whether the hour is known; else only the day is.
  var isExact: Bool
  /// What the first episode counts as, minus one, by the user's word; nil where there is none, or here it counts not.
  var episodeOffset: Int?
  /// Whether counting weeks from the first time gives a number that can be shown, as an estimate.
  var isCountable: Bool
}
