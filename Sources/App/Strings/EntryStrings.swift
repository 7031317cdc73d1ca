internal import Anime

/// The words about what the user keeps: the table of the watchlist, and the panel in which all of it is edited.
struct EntryStrings: Sendable {
  /// What a field is called.
  let field: @Sendable (Change.Field) -> String
  /// The heads of the columns that are no fields.
  let title, airs, next, changed: String
  /// The tab with everything that is kept.
  let all: String
  /// How many shows are marked, and how many of them the list does not show.
  let marked: @Sendable (_ count: Int, _ hidden: Int) -> String
  /// What brings the list back to what it was.
  let undoHint: @Sendable (_ key: String) -> String
  /// That what was asked for changes nothing.
  let nothingChanged: String
  /// That nothing is kept at all, and how that begins.
  let emptyList: @Sendable (_ followKey: String, _ statusKey: String) -> String

  /// The title of the panel.
  let edit: String
  /// What stands in a field in which the shows differ.
  let various: String
  /// What stands in a field that is emptied for all shows, or is chosen to be empty.
  let nothing: String
  /// What can be typed into a field; `isForAll` where the shows differ in it.
  let hint: @Sendable (Change.Field, ScoreScale, _ isForAll: Bool) -> String
  /// What is wrong with what was typed.
  let problem: @Sendable (EntryProblem) -> String
  /// That Escape would lose what was typed.
  let unsaved: String
  /// What the keys of the panel do.
  let save, nextField, choose: String
}

extension EntryStrings {
  /// The words in `language`.
  static func of(_ language: InterfaceLanguage) -> EntryStrings {
    switch language {
    case .english: .english
    case .japanese: .japanese
    case .simplifiedChinese: .simplifiedChinese
    }
  }
}
