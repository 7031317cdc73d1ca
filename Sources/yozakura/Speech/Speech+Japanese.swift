extension Speech {
  static let japanese = Speech(
    next: "次回",
    starterOnly: { "これは\($0)の内蔵カタログです。`yozakura sync` で全体を取得します。" },
    nothingFollowed: "まだ何もフォローしていません: `yozakura follow ID`",
    nothingListed: "リストはまだ空です: `yozakura set ID --status watching`",
    exported: { "\($0)作品を\($1)に書き出しました" },
    undone: "取り消しました",
    redone: "やり直しました",
    setAside: { "保留: \($1)作品のうち\($0)作品が欠けています" },
    failed: "失敗しました")
}
