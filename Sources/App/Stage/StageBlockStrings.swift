import Anime

/// The phrases of the panel that blocks comments in one language.
struct StageBlockStrings: Sendable {
  let title: String
  let text: String
  let sender: String
  let words: String
  let pattern: String
  /// Nothing was typed yet.
  let nothing: String
  /// What was typed is no pattern, from this character on.
  let malformed: @Sendable (_ character: Int) -> String
  /// What was typed fits every comment.
  let everything: String
  /// The rules hold it already.
  let already: String
  /// The block goes to this set of rules.
  let kept: @Sendable (_ ruleSet: String) -> String
  /// The block ends with the playing.
  let passing: String
  /// Nothing was blocked on this stage that could be taken back.
  let nothingBlocked: String
  /// What Enter does.
  let confirm: String

  /// What `way` blocks.
  func name(_ way: StageBlock.Way) -> String {
    switch way {
    case .text: text
    case .sender: sender
    case .words: words
    case .pattern: pattern
    }
  }

  static let english = StageBlockStrings(
    title: "Block", text: "this text", sender: "its sender", words: "words", pattern: "pattern",
    nothing: "Type what to block.", malformed: { "No pattern: see character \($0)." },
    everything: "That would hide every comment.", already: "Blocked already.", kept: { "kept in \($0)" },
    passing: "for this playing",
    nothingBlocked: "Nothing was blocked here.", confirm: "block")

  static let japanese = StageBlockStrings(
    title: "ブロック", text: "この文", sender: "送信者", words: "語句", pattern: "パターン",
    nothing: "隠す語句を入力", malformed: { "\($0)文字目が不正なパターン" },
    everything: "すべてのコメントが隠れます", already: "すでにブロック済み", kept: { "\($0)に保存" }, passing: "今回の再生のみ",
    nothingBlocked: "ここでは何もブロックしていません。",
    confirm: "ブロック")

  static let simplifiedChinese = StageBlockStrings(
    title: "屏蔽", text: "这段文字", sender: "发送者", words: "词语", pattern: "正则",
    nothing: "输入要屏蔽的内容", malformed: { "正则第 \($0) 个字符有误" },
    everything: "这样会隐藏所有弹幕", already: "已经屏蔽", kept: { "保存到 \($0)" }, passing: "仅本次播放", nothingBlocked: "这里没有屏蔽过什么。",
    confirm: "屏蔽")
}
