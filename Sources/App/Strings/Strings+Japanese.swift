import Anime
import Danmaku

extension Strings {
  /// 日本語。
  public static let japanese = Strings(
    language: .japanese,
    network: .japanese, mirrors: .japanese, filter: .japanese, releases: .japanese, localFiles: .japanese,
    tonight: "今夜", catalogue: "カタログ", schedule: "放送予定", watchlist: "リスト", capsule: "カプセル", show: "作品", stage: "弾幕",
    help: "ヘルプ",
    statistics: .japanese,
    kind: {
      switch $0 {
      case .tv: "TV"
      case .movie: "映画"
      case .ova: "OVA"
      case .web: "配信"
      }
    },
    status: japaneseStatus,
    priority: japanesePriority,
    titleLanguage: {
      switch $0 {
      case .japanese: "日本語"
      case .simplifiedChinese: "簡体字"
      case .traditionalChinese: "繁体字"
      case .english: "英語"
      }
    },
    quarter: japaneseQuarter,
    season: { "\($0.year)年\(japaneseQuarter($0.quarter))" },
    followed: "フォロー中", noStatus: "なし", ended: "終了", airing: "放送中", upcoming: "放送前",
    episodes: { "全\($0)話" },
    progress: { watched, of in of.map { "\(watched) / \($0)話" } ?? "\(watched)話" },
    estimate: { "~\($0)" },
    scored: { "評価 \($0)" },
    noLongerAt: { "\($0) には、もうありません" },
    weekday: { Calendar.weekdays[$0] },
    longDay: { "\($0.month)月\($0.day)日（\(Calendar.weekdays[$0.weekday])）" },
    shortDay: { "\($0.day)(\(Calendar.weekdays[$0.weekday]))" },
    columnDay: { "\($0.day < 10 ? " " : "")\($0.day)(\(Calendar.weekdays[$0.weekday]))" },
    monthDay: { "\($0.month)月\($0.day)日" },
    duration: { minutes in
      if minutes < 60 { return "\(minutes)分" }
      if minutes < 1440 { return minutes % 60 == 0 ? "\(minutes / 60)時間" : "\(minutes / 60)時間\(minutes % 60)分" }
      return "\(minutes / 1440)日"
    },
    inTime: { "あと\($0)" },
    ago: { "\($0)前" },
    now: "現在",
    weekly: { "毎週\($0)曜 \($1)" },
    justNow: "たった今",
    today: "今日", television: "TV", stream: "配信",
    more: { "+\($0)" },
    continueWatching: "続きを見る",
    nextAt: { "次回 \($0)" },
    mayHaveEnded: "終了したかもしれない作品",
    nothingAirs: "前後24時間に放送される作品は、カタログにありません。",
    nothingAirsStarter: { "内蔵カタログ（\($0)）には、放送時刻がほとんど入っていません。" },
    nothingAirsSince: { "最新の作品は\($0)開始です。下の作品はもう終わっているかもしれません。" },
    nothingAirsStale: { "カタログの最終同期は\($0)です。" },
    thisSeason: { "今期 · \($0.year)年\(japaneseQuarter($0.quarter))" },
    onThisDay: "過去の今日",
    yearsAgo: { "\($0)年前" },
    followedHeading: "フォロー中の作品", beginsToday: "今日から", newSinceLook: "前回からの新着", comingUp: "これから", earlier: "放送済み",
    shows: { "\(grouped($0))作品" },
    searchPrompt: "検索",
    nothingFound: { "「\($0)」に一致する作品はありません。" },
    nothingMatches: "この条件に合う作品はありません。",
    clearHint: { "\($0) で条件を解除します。" },
    anySeason: "期",
    followedOnly: "フォロー中",
    byNewest: "新しい順", byMatch: "一致順", bySeason: "期順", byTitle: "作品名順",
    nothingThatDay: "放送はありません。",
    moved: { $0.isEmpty ? "時間変更" : "時間変更 \($0)" },
    reserved: "予約済み",
    emptyTab: { tab, follow, status in "「\(tab)」の作品はまだありません。\(follow) でフォロー、\(status) で状態を選べます。" },
    week: { first, last in
      "\(first.year)年\(first.month)月\(first.day)日〜\(first.month == last.month ? "" : "\(last.month)月")\(last.day)日"
    },
    keptComments: "弾幕",
    noComments: "コメントは保存されていません。「yozakura danmaku import」か「fetch」で取り込めます。",
    links: "リンク", began: "開始", begins: "開始予定", streams: "配信", databases: "外部サイト",
    officialSite: "公式サイト", yourList: "マイリスト", notInList: "リストにありません", note: "メモ",
    source: { "出典: \($0)" },
    worldwide: "全地域",
    showGone: "この作品は、もうライブラリにありません。",
    showNotYet: "この作品は、その時点のライブラリにはありません。",
    history: "履歴", historyAwaited: "履歴を読み込んでいます。", historyUnread: "履歴を読めませんでした。",
    noVersion: "カプセルには、まだどの版もありません。",
    oneVersion: { "今のところ \($0) の版だけです。" },
    versionAdded: "追加", versionRemoved: "削除",
    field: { field in
      switch field {
      case .titles: "題名"
      case .type: "種別"
      case .begin: "開始"
      case .end: "終了"
      case .broadcast: "放送"
      case .sites: "リンク"
      case .officialSite: "公式"
      case .episodes: "話数"
      case .provider: "出典"
      }
    },
    then: "その時",
    day: { "\($0.year)年\($0.month)月\($0.day)日(\(Calendar.weekdays[$0.weekday]))" },
    asOf: { "\($0) 時点" },
    commit: { $0 == 0 ? "内蔵カタログ" : "コミット \($0)" },
    nearestKept: { "\($0)（残る最も近いもの）" },
    standsIn: { "その時点の内容は手放しました。\($0) を代わりに表示します。" },
    atPresent: "現在を表示しています。",
    month: { "\($0.year)年\($0.month)月" },
    commits: { "\(grouped($0))コミット" },
    whatIsKept: "残るもの",
    capsuleAwaited: "カプセルを読み込んでいます。",
    noCommits: { "コミットはまだありません。内蔵カタログで答えています。\($0) の同期から年表が始まります。" },
    commitCause: { cause in
      switch cause {
      case .sync: "同期"
      case .setAside: "保留"
      case .accept: "承認"
      case .restore: "復元"
      case .merge: "統合"
      case .collection: "整理"
      case .comments: "弾幕"
      case .other: "その他"
      }
    },
    head: "現在", lookedAt: "表示中", thinned: "間引き", lookBack: "振り返る",
    coverage: japaneseCoverage,
    keptThoughGone: { "うち\($0)作品は提供元から消えましたが、ここに残っています。" },
    setAsideLabel: "保留", lacks: { "\($0) · \(grouped($1))作品が不足" },
    acceptHint: { "\($0) で承認" },
    pinned: "全版保存", pins: "全版保存", noPins: { "なし（作品で \($0) を押すと全版を残します）" },
    folder: "フォルダ",
    size: "容量", bytesInObjects: { "\($0)（\(grouped($1))オブジェクト）" },
    room: "空き", roomUnknown: "ディスクからの回答なし", free: { "\($0)" },
    reserve: "予備", stopsBelow: { "最後の \($0) は内容で埋めません" },
    hasStopped: { "空きが \($0) 未満です。新しい内容は保存せず、操作だけを保存します" },
    operations: "操作", operationsFrom: { $0 == 0 ? "まだありません" : "\(grouped($0))件（\($1)台）" },
    quarantine: "隔離",
    checked: "検査", neverVerified: { "まだです（\($0) で構造を検査）" }, verifying: "検査しています…",
    verification: { ago, isWhole, damaged in
      "\(ago)・\(isWhole ? "全バイト" : "構造"): " + (damaged == 0 ? "問題なし" : "破損 \(grouped(damaged))件")
    },
    verified: { damaged, readAll in
      let what = readAll ? "全バイトを読みました" : "構造を検査しました"
      return damaged == 0 ? "\(what)。問題ありません。" : "\(what)。破損 \(damaged)件。「yozakura capsule repair」"
    },
    acceptPrompt: { "\(grouped($1))作品が消えます。\($0) のデータを承認しますか？" },
    accepted: { "承認しました · \($0) · 削除 \(grouped($1))作品" },
    restorePrompt: { "コミット \($0)（\($1)）のカタログに戻しますか？" },
    restored: { "復元しました · コミット \($0) が現在になりました" },
    isHeadAlready: { "コミット \($0) はすでに現在です。" },
    yesOrNo: "y はい  n いいえ",
    syncedAgo: { "同期 \($0)" },
    neverSynced: "未同期",
    noFeeds: "フィードはまだありません。「yozakura provider add feed --name NAME --url URL」で追加し、「yozakura sync」で取得します。",
    starter: { "内蔵カタログ（\($0)）" },
    starterShort: { "内蔵 \($0)" },
    starterHint: { "\($0) で最新版を取得" },
    asking: "ミラーに問い合わせ中…",
    syncing: "同期しています。",
    difference: { added, changed, removed in "新規 \(added)、変更 \(changed)、削除 \(removed)" },
    updated: { added, changed, removed in "同期しました: 新規 \(added)、変更 \(changed)、削除 \(removed)。" },
    libraryHealed: "ライブラリーが失われたか壊れていたため、カプセルから作り直しました。",
    upToDate: "同期しました: 新しいものはありません。",
    saved: { "保存しました · \($0) · \($1)" },
    undone: { "元に戻しました · \($0) · \($1)" },
    redone: { "やり直しました · \($0) · \($1)" },
    change: japaneseChange,
    opened: { "\($0) を開きました" },
    loading: { "\($0) を読み込んでいます。" },
    statusPrompt: "状態", scorePrompt: { "評価 \($0.range)" }, notePrompt: "メモ",
    badScore: { "評価は \($0.range) です。空にすると消えます。" },
    keep: "保存", toList: "一覧へ", cancel: "取消", listed: "補完", select: "選択", closing: "閉じる",
    tooSmall: "小さすぎます。",
    next: "次回",
    starterOnly: { "これは\($0)の内蔵カタログです。「yozakura sync」で全体を取得します。" },
    newArrivals: { "新着\($0)話" },
    nothingNew: "新着はありません。",
    consumerBegins: "これから新着を一度ずつ表示します。「--since 7d」で一週間前から始めます。",
    consumerDamaged: { "表示済みの記録が読めないため、\($0) に残しました。\($1) 以降の新着から続けます。" },
    premiere: "公開", seasonComplete: "全話放送済み",
    nothingFollowed: "まだ何もフォローしていません: 「yozakura follow ID」",
    nothingListed: "リストはまだ空です: 「yozakura set ID --status watching」",
    exported: { "\($0)作品を\($1)に書き出しました" },
    setAside: { "保留: \($1)作品のうち\($0)作品が欠けています" },
    failed: "失敗しました",
    unknownVerb: { name, nearest in "「\(name)」というコマンドはありません。" + (nearest.map { "「\($0)」のことですか？" } ?? "") },
    missingArgument: { ":\($0) のように入力してください。" },
    unknownArgument: { name, nearest in "「\(name)」は分かりません。" + (nearest.map { "「\($0)」のことですか？" } ?? "") },
    notHere: { "「\($0)」は、ここでは使えません。" },
    isSet: { "\($0) = \($1)" },
    hint: { action in
      switch action {
      case .selectNext: "次"
      case .selectPrevious: "前"
      case .selectFirst: "先頭"
      case .selectLast: "末尾"
      case .pageDown, .halfPageDown: "下へ"
      case .pageUp, .halfPageUp: "上へ"
      case .open: "開く"
      case .back: "戻る"
      case .showTonight: "今夜"
      case .showCatalogue: "カタログ"
      case .showSchedule: "放送予定"
      case .showWatchlist: "リスト"
      case .showCapsule: "カプセル"
      case .showMirrors: "ミラー"
      case .nextScreen: "次の画面"
      case .previousScreen: "前の画面"
      case .search: "検索"
      case .commandLine: "コマンド"
      case .help: "ヘルプ"
      case .sync: "同期"
      case .redraw: "再描画"
      case .suspend: "一時停止"
      case .close: "閉じる"
      case .quit: "終了"
      case .follow: "フォロー"
      case .watchNext: "視聴"
      case .watchPrevious: "視聴を戻す"
      case .editStatus: "状態"
      case .editScore: "評価"
      case .editNote: "メモ"
      case .editEntry: "編集"
      case .pin: "全版保存"
      case .undo: "元に戻す"
      case .redo: "やり直す"
      case .previousSeason, .nextSeason: "期"
      case .currentSeason: "今期"
      case .filterKind: "種別"
      case .filterLanguage: "言語"
      case .filterAiring: "放送状況"
      case .filterFollowed: "フォロー中"
      case .filterSite: "サイト"
      case .clearFilters: "解除"
      case .sort: "並べ替え"
      case .previousSort: "並べ替え"
      case .reverseSort: "逆順"
      case .previousDay, .nextDay: "日"
      case .previousWeek, .nextWeek: "週"
      case .previousMonth, .nextMonth: "月"
      case .changeView: "週/月"
      case .now: "現在"
      case .previousTab, .nextTab: "タブ"
      case .mark: "選択"
      case .markRange: "範囲"
      case .markAll: "全選択"
      case .unmarkAll: "選択解除"
      case .openLink: "ブラウザで開く"
      case .playComments: "コメントを流す"
      case .play: "再生"
      case .present: "現在へ"
      case .verify: "検査"
      case .verifyAll: "全バイト"
      case .accept: "承認"
      case .restore: "復元"
      case .tryNow: "試す"
      case .compare: "比較"
      case .refresh: "更新"
      case .playPause: "再生/停止"
      case .seekBackward, .seekForward: "5秒"
      case .seekFarBackward, .seekFarForward: "1分"
      case .previousPeak, .nextPeak: "山場"
      case .restart: "最初から"
      case .slower: "遅く"
      case .faster: "速く"
      case .toggleSpeedSync: "速度連動"
      case .changeScript: "字体"
      case .offsetSlightlyEarlier: "-0.1秒"
      case .offsetSlightlyLater: "+0.1秒"
      case .offsetEarlier: "-1秒"
      case .offsetLater: "+1秒"
      case .offsetFarEarlier: "-10秒"
      case .offsetFarLater: "+10秒"
      case .resetOffset: "ずれなし"
      case .alignSources: "合わせる"
      case .toggleComments: "コメント一覧"
      case .seekEnd: "末尾へ"
      case .followPlayback: "追従"
      case .goToMention: "その時刻へ"
      case .toggleDensity: "密度"
      case .changeArea: "範囲"
      case .toggleRepeats: "まとめる"
      case .toggleRules: "ルール"
      case .blockComment: "ブロック"
      case .toggleScrolling: "流れる"
      case .toggleTop: "上"
      case .toggleBottom: "下"
      case .togglePositioned: "位置指定"
      case .toggleDanmaku: "弾幕"
      case .quieter: "音量-"
      case .louder: "音量+"
      case .toggleMute: "消音"
      case .nextAudio: "音声"
      case .nextSubtitles: "字幕"
      case .previousChapter: "前の章"
      case .nextChapter: "次の章"
      case .markOpening: "OP"
      case .markEnding: "ED"
      case .nextEpisode: "次の話"
      case .previousEpisode: "前の話"
      case .changeMosaic: "セル"
      case .togglePicture: "映像"
      case .changeOpacity: "透明度"
      case .takeScreenshot: "撮影"
      case .toggleReverse: "逆"
      }
    },
    meaning: { action in
      switch action {
      case .selectNext: "次の行を選ぶ"
      case .selectPrevious: "前の行を選ぶ"
      case .selectFirst: "先頭の行を選ぶ"
      case .selectLast: "末尾の行を選ぶ"
      case .pageDown: "1ページ下へ"
      case .pageUp: "1ページ上へ"
      case .halfPageDown: "半ページ下へ"
      case .halfPageUp: "半ページ上へ"
      case .open: "選んだものを開く"
      case .back: "一つ戻る"
      case .showTonight: "今夜の放送を表示"
      case .showCatalogue: "カタログを表示"
      case .showSchedule: "放送予定を表示"
      case .showWatchlist: "リストを表示"
      case .showCapsule: "タイムカプセルを表示"
      case .showMirrors: "ミラーを表示"
      case .nextScreen: "次の画面へ"
      case .previousScreen: "前の画面へ"
      case .search: "入力しながら検索（カタログ、ステージではコメント一覧）"
      case .commandLine: "コマンド行を開く"
      case .help: "この画面のキーを表示"
      case .sync: "新しいものを取得"
      case .redraw: "画面を描き直す"
      case .suspend: "シェルへ一時停止（fg で再開）"
      case .close: "この画面を閉じる（最後なら終了）"
      case .quit: "終了"
      case .follow: "フォローする／解除する"
      case .watchNext: "1話視聴した"
      case .watchPrevious: "視聴数を1話戻す"
      case .editStatus: "状態を選ぶ"
      case .editScore: "評価を付ける"
      case .editNote: "メモを書く"
      case .editEntry: "作品の記録をすべて編集（選択中の作品はまとめて）"
      case .pin: "固定：作品の全版を残す・ミラーを最初に使う"
      case .undo: "最後の変更を元に戻す"
      case .redo: "元に戻した変更をやり直す"
      case .previousSeason: "前の期に絞る"
      case .nextSeason: "次の期に絞る"
      case .currentSeason: "今期に絞る／解除する"
      case .filterKind: "種別で絞る"
      case .filterLanguage: "言語で絞る"
      case .filterAiring: "放送中・放送前・終了で絞る"
      case .filterFollowed: "フォロー中に絞る"
      case .filterSite: "サイトで絞る"
      case .clearFilters: "検索と条件をすべて解除"
      case .sort: "並び順を変える"
      case .previousSort: "前の列で並べ替える"
      case .reverseSort: "並び順を逆にする"
      case .previousDay: "前の日へ"
      case .nextDay: "次の日へ"
      case .previousWeek: "1週間前へ"
      case .nextWeek: "1週間後へ"
      case .previousMonth: "1か月前へ"
      case .nextMonth: "1か月後へ"
      case .changeView: "週か月を表示"
      case .now: "現在へ"
      case .previousTab: "左のタブへ"
      case .nextTab: "右のタブへ"
      case .mark: "作品を選択・解除。以後の変更は選択した作品すべてに及ぶ"
      case .markRange: "ここから移動先までを選択。もう一度で確定"
      case .markAll: "一覧の作品をすべて選択・解除"
      case .unmarkAll: "選択をすべて解除"
      case .openLink: "選んだリンクをブラウザで開く"
      case .playComments: "保存した話のコメントを流す"
      case .play: "選んだファイル、なければ次の話を再生する"
      case .present: "過去から現在へ戻る"
      case .verify: "カプセルの構造を検査"
      case .verifyAll: "カプセルの全バイトを読んで検査"
      case .accept: "保留中のデータを承認"
      case .restore: "選んだカタログに戻す"
      case .tryNow: "選んだミラーを今すぐ試す"
      case .compare: "提供元のミラーの内容を比べる"
      case .refresh: "ミラーの状態を読み直す"
      case .playPause: "再生／一時停止"
      case .seekBackward: "5秒戻る"
      case .seekForward: "5秒進む"
      case .seekFarBackward: "1分戻る"
      case .seekFarForward: "1分進む"
      case .previousPeak: "コメントが多い前の場面へ戻る"
      case .nextPeak: "コメントが多い次の場面へ進む"
      case .restart: "最初へ戻る"
      case .slower: "再生を遅くする"
      case .faster: "再生を速くする"
      case .toggleSpeedSync: "コメントを再生速度に合わせるか切り替え"
      case .changeScript: "簡体字・繁体字・原文を切り替え"
      case .offsetSlightlyEarlier: "コメントを0.1秒早く"
      case .offsetSlightlyLater: "コメントを0.1秒遅く"
      case .offsetEarlier: "コメントを1秒早く"
      case .offsetLater: "コメントを1秒遅く"
      case .offsetFarEarlier: "コメントを10秒早く"
      case .offsetFarLater: "コメントを10秒遅く"
      case .resetOffset: "コメントのずれをなくす"
      case .alignSources: "ソース同士のずれを調べて合わせる"
      case .toggleComments: "コメント一覧の表示を切り替え"
      case .seekEnd: "末尾へ進む"
      case .followPlayback: "一覧を再生に追従させる"
      case .goToMention: "選んだコメントが書いている時刻へ移る"
      case .toggleDensity: "コメント密度の表示を切り替え"
      case .changeArea: "コメントの表示範囲を変える"
      case .toggleRepeats: "同じコメントをまとめるか切り替え"
      case .toggleRules: "コメントを隠すルールの表示を切り替え"
      case .blockComment: "選んだコメント、その送信者や語句をブロック（「元に戻す」で解除）"
      case .toggleScrolling: "流れるコメントの表示を切り替え"
      case .toggleTop: "上のコメントの表示を切り替え"
      case .toggleBottom: "下のコメントの表示を切り替え"
      case .togglePositioned: "位置指定コメントの表示を切り替え"
      case .toggleDanmaku: "コメントの表示を切り替え"
      case .quieter: "動画の音量を下げる"
      case .louder: "動画の音量を上げる"
      case .toggleMute: "消音を切り替え"
      case .nextAudio: "次の音声トラックに切り替え"
      case .nextSubtitles: "次の字幕に切り替え、または消す"
      case .previousChapter: "前のチャプターへ"
      case .nextChapter: "次のチャプターへ"
      case .markOpening: "OPの始まり、もう一度で終わりを記録"
      case .markEnding: "EDの始まり、もう一度で終わりを記録"
      case .nextEpisode: "次の話を再生"
      case .previousEpisode: "前の話を再生"
      case .changeMosaic: "映像の形を切り替え（端末が持つなら画素、またはセル）"
      case .togglePicture: "映像の表示を切り替え"
      case .changeOpacity: "コメントの不透明度を切り替え"
      case .takeScreenshot: "映像とその上のコメントを画像に保存"
      case .toggleReverse: "逆向きのコメントの表示を切り替え"
      }
    },
    group: { context in
      switch context {
      case .everywhere: "どこでも"
      case .browsing: "作品"
      case .tonight: "今夜"
      case .catalogue: "カタログ"
      case .schedule: "放送予定"
      case .watchlist: "リスト"
      case .capsule: "カプセル"
      case .mirrors: MirrorStrings.japanese.title
      case .show: "作品の詳細"
      case .stage: "弾幕"
      case .help: "ヘルプ"
      }
    },
    failure: { failure, date, cause in
      switch failure {
      case .capsuleBusy(let pid):
        (pid.map { "プロセス \($0) " } ?? "別のプロセス") + "がカプセルに書き込み中です。何も変更していません。"
      case .diskFull: "ディスクに空きがありません。何も変更していません。"
      case .readOnly(let path): "\(path) に書き込めません。何も変更していません。"
      case .newerFormat(let format): "カプセルは新しい版の形式 \(format) です。何も変更していません。"
      case .noSuchFile(let path): "\(path) が見つかりません。"
      case .notDanmaku(let path, .empty): "\(path) は空です。"
      case .notDanmaku(let path, .tooLarge): "\(path) はコメントファイルとしては大きすぎます。"
      case .notDanmaku(let path, .newerVersion(let version, _)):
        "\(path) は新しい版の Yozakura が書いた形式 \(version) のファイルです。Yozakura を更新するか、新しい版で別の形式に変換してください。"
      case .notDanmaku(let path, .notDanmaku): "\(path) は弾幕ファイルではありません。読めるのは Bilibili、弾弾play、ニコニコ、AcFun のファイルです。"
      case .noSuchTheme(let name, let nearest):
        "「\(name)」というテーマはありません。" + (nearest.map { "「\($0)」のことですか？" } ?? "")
      case .noBrowser(let url): "ブラウザを起動できません: \(url)"
      case .nothingToUndo: "元に戻す変更はありません。"
      case .nothingToRedo: "やり直す変更はありません。"
      case .noSuchMoment(let text, let first):
        "「\(text)」は日付（例: 2026-03-22）でも、時刻でも、コミットでもありません。" + (first.map { "最初の日は \(date($0)) です。" } ?? "")
      case .beforeFirst(let first): "それより前の記録はありません。最初の日は \(date(first)) です。"
      case .readOnlyPast: "過去を見ているあいだは変更できません。:asof now で現在に戻ります。"
      case .contentGone(let sequence): "コミット \(sequence) の内容は、空きを作るため手放しました。"
      case .damaged(let sequence): "コミット \(sequence) は壊れていて読めません。"
      case .notPlayed(let failure, let title): TheatreStrings.japanese.failure(failure, title)
      case .noEpisodeHere: "次の話のファイルが library.folders の中にありません。"
      case .noEpisodeBefore: "前の話のファイルが library.folders の中にありません。"
      case .nothingSetAside: "保留中のものはありません。"
      case .network(let reason): "何も取得できませんでした: \(cause(reason))。"
      case .other(let text): text
      }
    },
    problem: { problem in
      switch problem {
      case .unknownKey(let nearest): "知らないキーです" + (nearest.map { "（\($0) のことですか？）" } ?? "")
      case .unknownName(let value, let nearest):
        "「\(value)」は分かりません" + (nearest.map { "（「\($0)」のことですか？）" } ?? "")
      case .badValue(let value, let expected): "\(value) は使えません。使えるもの: \(expected)"
      case .collision(let other): "\(other) と重なるため、使いません"
      }
    })

  private static let japaneseCoverage: @Sendable (Coverage) -> String = { coverage in
    let head = "今すべてのサーバーが消えても、"
    guard coverage.listed > 0 else { return head + "ここにあるものは残ります。リストはまだ空です。" }
    guard coverage.whole < coverage.listed else { return head + "リストの\(coverage.listed)作品はすべてそのまま残ります。" }
    let lost = coverage.listed - coverage.whole - coverage.titleOnly
    return head + "リストの\(coverage.listed)作品のうち\(coverage.whole)作品はそのまま残ります。"
      + (coverage.titleOnly > 0 ? "\(coverage.titleOnly)作品は題名だけが残ります。" : "")
      + (lost > 0 ? "\(lost)作品は残りません。" : "")
  }

  static let japaneseStatus: @Sendable (WatchStatus) -> String = {
    switch $0 {
    case .planned: "見たい"
    case .watching: "視聴中"
    case .completed: "視聴済み"
    case .paused: "中断中"
    case .dropped: "中止"
    case .rewatching: "再視聴中"
    }
  }

  private static let japaneseQuarter: @Sendable (Season.Quarter) -> String = {
    switch $0 {
    case .winter: "冬"
    case .spring: "春"
    case .summer: "夏"
    case .autumn: "秋"
    }
  }
}

private enum Calendar {
  static let weekdays = ["日", "月", "火", "水", "木", "金", "土"]
}
