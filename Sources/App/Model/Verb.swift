/// What can stand first behind `:`, besides the names of actions.
enum Verb: String, CaseIterable {
  case theme, titles, lang, set, season, search, asof, danmaku

  /// How it is written.
  var usage: String {
    switch self {
    case .theme: "theme NAME"
    case .titles: "titles native|interface|ja,zh-Hans,…"
    case .lang: "lang en|ja|zh-Hans|auto"
    case .set: "set OPTION VALUE"
    case .season: "season 2026-autumn"
    case .search: "search WORDS"
    case .asof: "asof 2026-03-22|COMMIT|now"
    case .danmaku: "danmaku FILE"
    }
  }
}
