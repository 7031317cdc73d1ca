internal import Anime
internal import App

/// The phrases of the commands' answers, in the languages of the interface.
///
/// Failures and help stay English: they are what people search for and paste into reports.
struct Speech: Sendable {
  var kind: @Sendable (Show.Kind) -> String
  var status: @Sendable (WatchStatus) -> String
  var season: @Sendable (Season) -> String
  /// The days of the week, Sunday first.
  var weekdays: [String]
  var begin: String
  var end: String
  var broadcast: String
  var official: String
  var list: String
  var note: String
  var followed: String
  var streams: String
  var television: String
  var mayHaveEnded: String
  var noLongerListed: String
  var starterOnly: @Sendable (_ date: String) -> String
  var nothingTonight: String
  var nothingFollowed: String
  var nothingListed: String
  var exported: @Sendable (_ count: Int, _ file: String) -> String
  var undone: String
  var redone: String
  var updated: @Sendable (_ added: Int, _ changed: Int, _ removed: Int) -> String
  var upToDate: String
  var setAside: @Sendable (_ missing: Int, _ present: Int) -> String
  var failed: String
  var never: String
}

extension Speech {
  /// The phrases in `language`.
  static func phrases(in language: InterfaceLanguage) -> Speech {
    switch language {
    case .english: english
    case .japanese: japanese
    case .simplifiedChinese: simplifiedChinese
    }
  }
}
