extension FilterSubject {
  /// The user's own words for it.
  var tags: [String] { [] }
  /// How much it is wanted, as a word of filters.
  var priority: String? { nil }
  /// How often it was watched again.
  var rewatches: Int { 0 }
  /// When the user began it.
  var started: CivilDate? { nil }
  /// When the user finished it.
  var finished: CivilDate? { nil }
}
