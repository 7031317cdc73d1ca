import Anime
import App
import TUI
import TUITesting
import Testing

/// What is asked in the last line, and what is typed behind it.
@Suite struct PromptTests {
  @Test(arguments: InterfaceLanguage.allCases, ["S", "n"])
  func `A title that is cut never touches what is typed`(_ language: InterfaceLanguage, _ key: String) {
    var model = Samples.model(language: language)
    model.type("/無職<Enter>" + key)
    model.type("<C-u>7")

    #expect(model.bottomLine.contains("…  7"), "\(model.bottomLine)")
  }

  @Test func `A title that fits is whole`() {
    var model = Samples.model()
    model.type("/カウボーイ<Enter>n")
    model.write("good")

    #expect(model.bottomLine.contains("カウボーイビバップ  good"))
  }
}
