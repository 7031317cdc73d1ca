internal import App

/// What the commands' answers say besides the words of the interface, in its languages.
///
/// Failures and help stay English: they are what people search for and paste into reports.
struct Speech: Sendable {
  var next: String
  var starterOnly: @Sendable (_ date: String) -> String
  var nothingFollowed: String
  var nothingListed: String
  var exported: @Sendable (_ count: Int, _ file: String) -> String
  var undone: String
  var redone: String
  var setAside: @Sendable (_ missing: Int, _ present: Int) -> String
  var failed: String
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
