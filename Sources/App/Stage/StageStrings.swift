import Anime
import Danmaku

/// The phrases of the stage in one language.
public struct StageStrings: Sendable {
  let language: InterfaceLanguage
  let onScreen: @Sendable (Int) -> String
  let notShown: @Sendable (_ count: Int, _ modes: String) -> String
  let noRoom: @Sendable (Int) -> String
  let merged: @Sendable (Int) -> String
  let byRules: @Sendable (Int) -> String
  let rules: StageRuleStrings
  let block: StageBlockStrings
  let alignment: AlignmentStrings
  let theatre: TheatreStrings
  let unreadable: @Sendable (Int) -> String
  let comments: @Sendable (String) -> String
  let found: @Sendable (_ count: String, _ all: String) -> String
  /// Why a comment is hidden, short enough for a column of the list.
  let reason: @Sendable (HiddenReason) -> String
  let mode: @Sendable (Comment.Mode) -> String
  let off: @Sendable (_ modes: String) -> String
  let area: @Sendable (_ percent: Int) -> String
  let offset: @Sendable (_ seconds: String) -> String
  /// No comments are shown.
  let commentsOff: String
  /// Comments do not follow the media's speed.
  let ownSpeed: String
  let script: @Sendable (HanScript) -> String
  let paused: String
  let ended: String
  let nothing: String
  let nothingAsText: String
  let next: @Sendable (_ time: String) -> String
  let separator: String

  /// The phrases of `language`.
  public static func of(_ language: InterfaceLanguage) -> StageStrings {
    switch language {
    case .english: english
    case .japanese: japanese
    case .simplifiedChinese: simplifiedChinese
    }
  }

  static let english = StageStrings(
    language: .english,
    onScreen: { "\(Strings.grouped($0)) on screen" },
    notShown: { "\(Strings.grouped($0)) not shown (\($1))" },
    noRoom: { $0 == 1 ? "1 without room" : "\(Strings.grouped($0)) without room" },
    merged: { "\(Strings.grouped($0)) merged" },
    byRules: { "\(Strings.grouped($0)) hidden by rules" }, rules: .english, block: .english, alignment: .english,
    theatre: .english,
    unreadable: { "\(Strings.grouped($0)) unreadable" },
    comments: { $0 == "1" ? "1 comment" : "\($0) comments" },
    found: { "\($0) of \($1) comments" },
    reason: {
      switch $0 {
      case .duplicate: "same id"
      case .repeated: "repeat"
      case .text: "text"
      case .pattern: "pattern"
      case .user: "sender"
      case .mode: "off"
      case .color: "colour"
      case .weight: "weight"
      case .area: "area"
      case .density: "crowd"
      case .lanesFull: "no room"
      case .unsupported: "script"
      }
    },
    mode: {
      switch $0 {
      case .scroll: "scrolling"
      case .bottom: "bottom"
      case .top: "top"
      case .reverse: "reverse"
      case .positioned: "positioned"
      case .scripted: "scripted"
      case .animated: "animated"
      }
    },
    off: { "off: \($0)" }, area: { "upper \($0) %" },
    offset: { "comments \($0)" }, commentsOff: "comments off", ownSpeed: "own speed",
    script: {
      switch $0 {
      case .asIs: "as written"
      case .simplified: "simplified"
      case .traditional: "traditional"
      }
    },
    paused: "paused", ended: "at the end",
    nothing: "No comments yet.", nothingAsText: "Nothing here is text that can fly.",
    next: { "next comment at \($0)" }, separator: ", ")

  static let japanese = StageStrings(
    language: .japanese,
    onScreen: { "画面に\(Strings.grouped($0))件" },
    notShown: { "非表示\(Strings.grouped($0))件（\($1)）" },
    noRoom: { "入りきらず\(Strings.grouped($0))件" },
    merged: { "まとめ\(Strings.grouped($0))件" },
    byRules: { "ルールで非表示\(Strings.grouped($0))件" }, rules: .japanese, block: .japanese, alignment: .japanese,
    theatre: .japanese,
    unreadable: { "読めず\(Strings.grouped($0))件" },
    comments: { "コメント\($0)件" },
    found: { "コメント\($1)件中\($0)件" },
    reason: {
      switch $0 {
      case .duplicate: "ID重複"
      case .repeated: "繰り返し"
      case .text: "語句"
      case .pattern: "パターン"
      case .user: "送信者"
      case .mode: "オフ"
      case .color: "色"
      case .weight: "重み"
      case .area: "範囲外"
      case .density: "過密"
      case .lanesFull: "満員"
      case .unsupported: "スクリプト"
      }
    },
    mode: {
      switch $0 {
      case .scroll: "流れる"
      case .bottom: "下固定"
      case .top: "上固定"
      case .reverse: "逆方向"
      case .positioned: "位置指定"
      case .scripted: "スクリプト"
      case .animated: "アニメーション"
      }
    },
    off: { "オフ: \($0)" }, area: { "上から\($0)%" },
    offset: { "コメント \($0)" }, commentsOff: "コメント非表示", ownSpeed: "速度は独立",
    script: {
      switch $0 {
      case .asIs: "原文のまま"
      case .simplified: "簡体字"
      case .traditional: "繁体字"
      }
    },
    paused: "一時停止", ended: "終わり",
    nothing: "コメントはまだありません。", nothingAsText: "流せる文字のコメントがありません。",
    next: { "次のコメントは \($0)" }, separator: "・")

  static let simplifiedChinese = StageStrings(
    language: .simplifiedChinese,
    onScreen: { "屏上 \(Strings.grouped($0)) 条" },
    notShown: { "未显示 \(Strings.grouped($0)) 条（\($1)）" },
    noRoom: { "放不下 \(Strings.grouped($0)) 条" },
    merged: { "合并 \(Strings.grouped($0)) 条" },
    byRules: { "规则隐藏 \(Strings.grouped($0)) 条" }, rules: .simplifiedChinese, block: .simplifiedChinese,
    alignment: .simplifiedChinese, theatre: .simplifiedChinese,
    unreadable: { "无法读取 \(Strings.grouped($0)) 条" },
    comments: { "\($0) 条弹幕" },
    found: { "\($1) 条弹幕中 \($0) 条" },
    reason: {
      switch $0 {
      case .duplicate: "ID 重复"
      case .repeated: "重复"
      case .text: "屏蔽词"
      case .pattern: "正则"
      case .user: "用户"
      case .mode: "关闭"
      case .color: "颜色"
      case .weight: "权重"
      case .area: "区域外"
      case .density: "过密"
      case .lanesFull: "放不下"
      case .unsupported: "代码"
      }
    },
    mode: {
      switch $0 {
      case .scroll: "滚动"
      case .bottom: "底部"
      case .top: "顶部"
      case .reverse: "逆向"
      case .positioned: "定位"
      case .scripted: "代码"
      case .animated: "动画"
      }
    },
    off: { "关闭：\($0)" }, area: { "上方 \($0)%" },
    offset: { "弹幕 \($0)" }, commentsOff: "弹幕已关", ownSpeed: "不随倍速",
    script: {
      switch $0 {
      case .asIs: "原文"
      case .simplified: "简体"
      case .traditional: "繁体"
      }
    },
    paused: "已暂停", ended: "已到结尾",
    nothing: "还没有弹幕。", nothingAsText: "这里没有能飞过屏幕的文字弹幕。",
    next: { "下一条弹幕在 \($0)" }, separator: "、")

  /// `+12.3 s`, `-0.1 s`, `0.0 s`.
  static func offset(_ milliseconds: Int) -> String {
    let tenths = abs(milliseconds) / 100
    let sign = tenths == 0 ? "" : milliseconds < 0 ? "-" : "+"
    return "\(sign)\(tenths / 10).\(tenths % 10) s"
  }
}
