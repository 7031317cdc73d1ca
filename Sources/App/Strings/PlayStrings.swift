public import Playback

/// What is said over a picture, in one language.
public struct PlayStrings: Sendable {
  /// That an opening or ending was skipped, and which key goes back.
  public let skipped: @Sendable (_ kind: SkippedSpan.Kind, _ key: String) -> String
  /// That the episode counts as watched, and which key takes that back.
  public let watched: @Sendable (_ key: String) -> String
  /// That nothing happened that could be taken back.
  let nothingToTakeBack: String
  /// That something could not be written down, and why.
  public let notWritten: @Sendable (_ reason: String) -> String
  /// Where a film broke off long before its end.
  public let brokenOff: @Sendable (_ time: String) -> String
  /// That it does not count as watched.
  public let unwatched: String
  /// That the episode had been watched before this viewing, which changes nothing of that.
  public let watchedBefore: String
  /// What comes next, in so many seconds, and which keys begin it and keep it away.
  public let next: @Sendable (_ title: String, _ seconds: Int, _ nextKey: String, _ stopKey: String) -> String
  /// What comes next, and which key begins it.
  public let nextWaits: @Sendable (_ title: String, _ key: String) -> String
  /// That there is no episode that way.
  public let noOther: String
  /// How many comments fly, and where they are from.
  public let comments: @Sendable (_ count: Int, _ source: String) -> String
  /// That there are no comments.
  public let noComments: String
  /// Why no comments could be had.
  let commentsFailed: @Sendable (_ reason: String) -> String
  /// That comments are shown, or not.
  public let showsComments: @Sendable (Bool) -> String
  /// How many comments are seen at once at most.
  public let density: @Sendable (Int) -> String
  /// The part of a picture's height that comments use, in percent.
  public let area: @Sendable (Int) -> String
  /// By how many tenths of a second comments come later than they say.
  public let offset: @Sendable (_ seconds: String) -> String
  /// That a mark was begun, and which key ends it.
  public let markBegun: @Sendable (_ kind: SkippedSpan.Kind, _ key: String) -> String
  /// That nothing can be marked where nobody knows the show.
  public let unknownShow: String
  /// That a part will be skipped.
  public let marked: @Sendable (_ kind: SkippedSpan.Kind) -> String
  /// Where it goes on.
  public let resumed: @Sendable (_ time: String) -> String
}

extension PlayStrings {
  static let english = PlayStrings(
    skipped: { "\($0 == .opening ? "Opening" : "Ending") skipped · \($1) goes back" },
    watched: { "Watched · \($0) takes that back" },
    nothingToTakeBack: "Nothing happened here that could be taken back.",
    notWritten: { "Not written down: \($0)" },
    brokenOff: { "The film breaks off at \($0): the file is not whole, or what it comes from is gone." },
    unwatched: "Not watched", watchedBefore: "It was watched before, and stays so.",
    next: { "Next: \($0) in \($1) s · \($2) now · \($3) stay" },
    nextWaits: { "Next: \($0) · \($1)" },
    noOther: "There is no other episode that way.",
    comments: { "\(Strings.grouped($0)) comments · \($1)" }, noComments: "No comments",
    commentsFailed: { "No comments came: \($0)" },
    showsComments: { $0 ? "Comments on" : "Comments off" }, density: { "At most \($0) comments at once" },
    area: { "Comments in the upper \($0) %" },
    offset: { "Comments \($0) s" },
    markBegun: { "\($0 == .opening ? "Opening" : "Ending") begins here · \($1) where it ends" },
    unknownShow: "Of which show this is nobody knows: nothing is marked.",
    marked: { "The \($0 == .opening ? "opening" : "ending") will be skipped." }, resumed: { "Goes on at \($0)" })

  static let japanese = PlayStrings(
    skipped: { "\($0 == .opening ? "オープニング" : "エンディング")を飛ばしました · \($1) で戻る" },
    watched: { "視聴済み · \($0) で取り消し" }, nothingToTakeBack: "ここで取り消せることはありません。",
    notWritten: { "記録できません: \($0)" },
    brokenOff: { "\($0)で途切れています。ファイルが不完全か、読み込み元がなくなりました。" }, unwatched: "未視聴に戻しました",
    watchedBefore: "以前に視聴済みで、そのままです。",
    next: { "次: \($0) \($1)秒後 · \($2) すぐ再生 · \($3) とどまる" },
    nextWaits: { "次: \($0) · \($1)" },
    noOther: "そちらに話はありません。",
    comments: { "コメント \(Strings.grouped($0))件 · \($1)" }, noComments: "コメントなし",
    commentsFailed: { "コメントを取得できません: \($0)" },
    showsComments: { $0 ? "コメントを表示" : "コメントを隠す" }, density: { "同時に最大\($0)件" },
    area: { "コメントの範囲 上から\($0)%" },
    offset: { "コメント \($0)秒" },
    markBegun: { "\($0 == .opening ? "オープニング" : "エンディング")の始まり · 終わりで \($1)" },
    unknownShow: "作品が分からないため、記録できません。",
    marked: { "\($0 == .opening ? "オープニング" : "エンディング")を飛ばします。" }, resumed: { "\($0) から再開" })

  static let simplifiedChinese = PlayStrings(
    skipped: { "已跳过\($0 == .opening ? "片头" : "片尾") · \($1) 返回" },
    watched: { "已看完 · \($0) 撤销" }, nothingToTakeBack: "这里没有可以撤销的操作。",
    notWritten: { "无法记录：\($0)" },
    brokenOff: { "影片在 \($0) 处中断：文件不完整，或来源已失效。" }, unwatched: "未看完",
    watchedBefore: "以前已看完，保持不变。",
    next: { "下一话：\($0)，\($1) 秒后 · \($2) 立即播放 · \($3) 停留" },
    nextWaits: { "下一话：\($0) · \($1)" },
    noOther: "那边没有其他话可以播放。",
    comments: { "弹幕 \(Strings.grouped($0)) 条 · \($1)" }, noComments: "没有弹幕",
    commentsFailed: { "未能获取弹幕：\($0)" },
    showsComments: { $0 ? "显示弹幕" : "隐藏弹幕" }, density: { "同屏最多 \($0) 条弹幕" },
    area: { "弹幕显示在上方 \($0)%" },
    offset: { "弹幕 \($0) 秒" },
    markBegun: { "\($0 == .opening ? "片头" : "片尾")从这里开始 · 结束处按 \($1)" },
    unknownShow: "不知道这是哪部作品，无法标记。",
    marked: { "将跳过\($0 == .opening ? "片头" : "片尾")。" }, resumed: { "从 \($0) 继续" })
}

extension PlayStrings {
  /// The phrases in `language`.
  public static func of(_ language: InterfaceLanguage) -> PlayStrings {
    switch language {
    case .english: .english
    case .japanese: .japanese
    case .simplifiedChinese: .simplifiedChinese
    }
  }
}
