import Anime
import App
import TUI
import TUITesting
import Testing

/// Every screen at three sizes in three languages, as pictures to look at.
@Suite struct ScreenPictures {
  static let screens: [(name: String, keys: String)] = [
    ("Tonight", ""), ("Catalogue", "2"), ("Search", "/フリ"), ("Schedule", "3"), ("Month", "3m"), ("Watchlist", "4"),
    ("Show", "/無職<Enter><Enter>"), ("Capsule", "5"), ("Past", "1"), ("PastCapsule", "5"), ("Help", "?"),
    ("Status", "4s"), ("CommandLine", ":the<Tab> "),
    ("Accept", "5A"), ("NoCommit", "5"),
  ]
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)]
  static let largeSizes = [Size(columns: 120, rows: 36), Size(columns: 200, rows: 60)]

  @Test(arguments: screens, sizes)
  func `Each screen is drawn in English, Japanese and Chinese`(_ screen: (name: String, keys: String), _ size: Size)
    throws
  {
    for language in InterfaceLanguage.allCases { try verify(screen, size, language) }
  }

  @Test(arguments: screens.prefix(9), largeSizes)
  func `Each screen uses the room of a large terminal`(_ screen: (name: String, keys: String), _ size: Size) throws {
    try verify(screen, size, .english)
    try verify(screen, size, .simplifiedChinese)
  }

  private func verify(_ screen: (name: String, keys: String), _ size: Size, _ language: InterfaceLanguage) throws {
    var model = Samples.model(columns: size.columns, rows: size.rows, language: language)
    if screen.name.hasPrefix("Past") { _ = model.update(.travelled(Samples.moment, Samples.pastLibrary)) }
    _ = model.update(.capsule(screen.name == "NoCommit" ? Samples.newCapsule : Samples.capsule))
    model.type(screen.keys)
    _ = model.update(.history(Samples.mushoku.id, Samples.history))
    let name = "\(screen.name) \(size.columns)x\(size.rows) \(language.rawValue)"
    try Snapshot.verify(ScreenPicture(model.frame.buffer).text, named: name)
  }
}
