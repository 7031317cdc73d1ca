public import Anime

extension Strings {
  /// What sites call themselves outside China, by their keys; a catalogue made by Chinese hands names them in Chinese.
  private static let namesAbroad = [
    "bangumi": "Bangumi", "bilibili": "bilibili", "bilibili_hk_mo_tw": "bilibili HK/MO/TW",
    "bilibili_hk_mo": "bilibili HK/MO", "bilibili_tw": "bilibili TW", "youku": "Youku", "qq": "Tencent Video",
    "iqiyi": "iQIYI", "letv": "LeTV", "mgtv": "Mango TV",
  ]

  /// What `site` is called among readers of this language.
  public func title(of site: Site) -> String {
    language == .simplifiedChinese ? site.title : Self.namesAbroad[site.key] ?? site.title
  }
}
