// Stands in until App's configuration lands.
enum InterfaceLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case japanese = "ja"
  case simplifiedChinese = "zh-Hans"

  init(locale: String) {
    self = locale.hasPrefix("ja") ? .japanese : locale.hasPrefix("zh") ? .simplifiedChinese : .english
  }
}

struct Configuration {
  var language: InterfaceLanguage?
}
