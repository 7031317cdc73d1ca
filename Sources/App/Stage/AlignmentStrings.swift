import Anime

/// The phrases about sources that are to fit each other in one language.
struct AlignmentStrings: Sendable {
  /// There are no two sources.
  let oneSource: String
  /// Too little of what the sources say agrees.
  let nothingFits: String
  /// One source and its fit.
  let fit: @Sendable (_ source: String, _ offset: String, _ percent: Int, _ shared: String) -> String
  /// Whether they are to be moved so.
  let prompt: @Sendable (_ reference: String, _ fits: String) -> String
  /// They stand so already.
  let already: @Sendable (_ reference: String, _ fits: String) -> String

  static let english = AlignmentStrings(
    oneSource: "Only one source is here: there is nothing to align.",
    nothingFits: "Too little of what the sources say agrees on one offset.",
    fit: { "\($0) \($1) (\($2) % of \($3) rare texts)" }, prompt: { "Move to fit \($0): \($1)?" },
    already: { "In step with \($0) already: \($1)" })

  static let japanese = AlignmentStrings(
    oneSource: "ソースが一つだけなので、合わせる相手がありません。", nothingFits: "ソース間で一致する文が少なすぎて、ずれを決められません。",
    fit: { "\($0) \($1)（まれな文\($3)件の\($2)%）" }, prompt: { "\($0)に合わせて動かしますか: \($1)" },
    already: { "すでに\($0)と合っています: \($1)" })

  static let simplifiedChinese = AlignmentStrings(
    oneSource: "只有一个来源，没有可对齐的对象。", nothingFits: "各来源中相同的内容太少，无法确定偏移。",
    fit: { "\($0) \($1)（\($3) 条少见文字中 \($2)% 吻合）" }, prompt: { "按 \($0) 对齐：\($1)？" },
    already: { "已与 \($0) 对齐：\($1)" })
}
