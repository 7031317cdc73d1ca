import Anime
import App
import TUI
import TUITesting
import Testing

/// The Mirrors screen at four sizes in three languages, as pictures to look at.
@Suite struct MirrorPictures {
  static let sizes = [
    Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 36),
    Size(columns: 200, rows: 60),
  ]

  @Test(arguments: sizes, InterfaceLanguage.allCases)
  func `Mirrors are drawn in every state`(_ size: Size, _ language: InterfaceLanguage) throws {
    var model = Samples.model(columns: size.columns, rows: size.rows, language: language)
    model.type("6")
    _ = model.update(.mirrors(MirrorSamples.overview))
    try verify(model, "Mirrors", size, language)
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)], InterfaceLanguage.allCases)
  func `A mirror that says no is drawn with its own words`(_ size: Size, _ language: InterfaceLanguage) throws {
    var model = Samples.model(columns: size.columns, rows: size.rows, language: language)
    model.type("6")
    _ = model.update(.mirrors(MirrorSamples.overview))
    model.type("Gk")
    try verify(model, "Refusing", size, language)
  }

  @Test(arguments: sizes, InterfaceLanguage.allCases)
  func `A fault of this side is drawn above the mirrors`(_ size: Size, _ language: InterfaceLanguage) throws {
    var model = Samples.model(columns: size.columns, rows: size.rows, language: language)
    _ = model.update(.tick(Samples.now))
    _ = model.update(.synced(.failed(.noRoute, nextTry: Samples.now + .seconds(15))))
    model.type("6jj")
    _ = model.update(.mirrors(MirrorSamples.unplugged))
    try verify(model, "LocalFault", size, language)
  }

  @Test func `Where ambiguous characters are wide, the states are ASCII`() throws {
    var start = Samples.start()
    start.configuration.ambiguousWidth = 2
    var model = Model(start)
    model.type("6")
    _ = model.update(.mirrors(MirrorSamples.overview))
    try verify(model, "Ambiguous", Size(columns: 80, rows: 24), .english)
  }

  private func verify(_ model: Model, _ name: String, _ size: Size, _ language: InterfaceLanguage) throws {
    let name = "\(name) \(size.columns)x\(size.rows) \(language.rawValue)"
    try Snapshot.verify(ScreenPicture(model.frame.buffer).text, named: name)
  }
}
