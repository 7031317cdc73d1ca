import Anime

/// The phrases of the panel that blocks comments in one language.
struct StageBlockStrings: Sendable {
  let title: String
  /// What a way blocks.
  let way: @Sendable (StageBlock.Way) -> String
  /// Nothing was typed yet.
  let nothing: String
  /// What was typed is no pattern, from this character on.
  let malformed: @Sendable (_ character: Int) -> String
  /// The rules hold it already.
  let already: String
  /// The block goes to this set of rules.
  let kept: @Sendable (_ ruleSet: String) -> String
  /// The block ends with the playing.
  let passing: String
  /// What Enter does.
  let confirm: String

  static let english = StageBlockStrings(
    title: "Block",
    way: {
      switch $0 {
      case .text: "this text"
      case .sender: "its sender"
      case .words: "words"
      case .pattern: "pattern"
      }
    },
    nothing: "Type what to block.", malformed: { "No pattern: see character \($0)." }, already: "Blocked already.",
    kept: { "kept in \($0)" }, passing: "for this playing", confirm: "block")

  static let japanese = StageBlockStrings(
    title: "ブロック",
    way: {
      switch $0 {
      case .text: "この文"
      case .sender: "送信者"
      case .words: "語句"
      case .pattern: "パターン"
      }
    },
    nothing: "隠す語句を入力", malformed: { "\($0)文字目が不正なパターン" }, already: "すでにブロック済み",
    kept: { "\($0)に保存" }, passing: "今回の再生のみ", confirm: "ブロック")

  static let simplifiedChinese = StageBlockStrings(
    title: "屏蔽",
    way: {
      switch $0 {
      case .text: "这段文字"
      case .sender: "发送者"
      case .words: "词语"
      case .pattern: "正则"
      }
    },
    nothing: "输入要屏蔽的内容", malformed: { "正则第 \($0) 个字符有误" }, already: "已经屏蔽",
    kept: { "保存到 \($0)" }, passing: "仅本次播放", confirm: "屏蔽")
}
