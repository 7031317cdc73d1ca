import Anime
import Danmaku

/// The phrases of the panel of rules in one language.
struct StageRuleStrings: Sendable {
  let title: String
  /// What left and right do to the selected rule.
  let change: String
  let hidden: String
  let on: String
  let off: String
  let area: String
  let subtitles: String
  let density: String
  let repeats: String
  let duplicates: String
  let weight: String
  let script: String
  let speed: String
  let unlimited: String
  let counted: String
  let each: String
  let once: String
  let any: String
  let follows: String

  /// What `rule` is called.
  func name(_ rule: StageRule, _ strings: StageStrings) -> String {
    switch rule {
    case .mode(let mode): strings.mode(mode)
    case .area: area
    case .subtitles: subtitles
    case .density: density
    case .repeats: repeats
    case .duplicates: duplicates
    case .weight: weight
    case .script: script
    case .speed: speed
    }
  }

  /// What `rule` is set to.
  func value(_ rule: StageRule, _ settings: StageSettings, _ strings: StageStrings) -> String {
    let rules = settings.rules
    return switch rule {
    case .mode(let mode): rules.modes.contains(mode) ? off : on
    case .area: "\(rules.area) %"
    case .subtitles: "\(rules.subtitleSafe) %"
    case .density: rules.density.map(String.init) ?? unlimited
    case .repeats: rules.mergeWindow == nil ? each : counted
    case .duplicates: rules.hidesDuplicates ? once : each
    case .weight: rules.minimumWeight.map(String.init) ?? any
    case .script: strings.script(settings.script)
    case .speed: settings.followsSpeed ? follows : strings.ownSpeed
    }
  }

  static let english = StageRuleStrings(
    title: "Rules", change: "change", hidden: "Hidden", on: "on", off: "off", area: "area",
    subtitles: "free for subtitles",
    density: "at once, at most", repeats: "repeats", duplicates: "same id", weight: "weight, at least",
    script: "characters", speed: "speed", unlimited: "any number", counted: "counted", each: "each shown",
    once: "shown once", any: "any", follows: "follows the film")

  static let japanese = StageRuleStrings(
    title: "ルール", change: "変更", hidden: "非表示", on: "オン", off: "オフ", area: "表示範囲", subtitles: "字幕用の余白",
    density: "同時表示の上限",
    repeats: "繰り返し", duplicates: "同じID", weight: "重要度の下限", script: "簡体・繁体", speed: "速度", unlimited: "制限なし",
    counted: "まとめる", each: "すべて表示", once: "一度だけ", any: "指定なし", follows: "再生に連動")

  static let simplifiedChinese = StageRuleStrings(
    title: "规则", change: "更改", hidden: "未显示", on: "开", off: "关", area: "显示区域", subtitles: "字幕留白", density: "同屏上限",
    repeats: "重复弹幕",
    duplicates: "相同 ID", weight: "最低权重", script: "简繁", speed: "速度", unlimited: "不限", counted: "合并计数",
    each: "全部显示", once: "只显示一次", any: "不限", follows: "随倍速")
}
