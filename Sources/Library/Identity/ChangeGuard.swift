/// Tells a bad answer from a changed catalogue.
///
/// A catalogue grows and is corrected; it does not lose fifty shows in a day. An
/// answer that does may be the work of a broken mirror.
enum ChangeGuard {
  /// Whether an answer that lacks `missing` of `present` shows is not to be believed at once.
  static func refuses(missing: Int, present: Int) -> Bool {
    missing > 50 || missing * 10 > present
  }
}
