internal import Anime

extension Speech {
  static let japanese = Speech(
    kind: {
      switch $0 {
      case .tv: "TV"
      case .movie: "映画"
      case .ova: "OVA"
      case .web: "配信"
      }
    },
    status: {
      switch $0 {
      case .planned: "見たい"
      case .watching: "視聴中"
      case .completed: "視聴済み"
      case .paused: "中断"
      case .dropped: "断念"
      case .rewatching: "再視聴中"
      }
    },
    season: {
      switch $0.quarter {
      case .winter: "\($0.year)年冬"
      case .spring: "\($0.year)年春"
      case .summer: "\($0.year)年夏"
      case .autumn: "\($0.year)年秋"
      }
    },
    weekdays: ["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"],
    begin: "開始",
    end: "終了",
    broadcast: "放送",
    official: "公式サイト",
    list: "リスト",
    note: "メモ",
    followed: "フォロー中",
    streams: "配信",
    television: "TV",
    mayHaveEnded: "終了した可能性あり",
    noLongerListed: "掲載終了:",
    starterOnly: { "これは\($0)の内蔵カタログです。`yozakura sync` で全体を取得します。" },
    nothingTonight: "昨日から明日までに放送予定の作品は見つかりません。",
    nothingFollowed: "まだ何もフォローしていません: `yozakura follow ID`",
    nothingListed: "リストはまだ空です: `yozakura set ID --status watching`",
    exported: { "\($0)作品を\($1)に書き出しました" },
    undone: "取り消しました",
    redone: "やり直しました",
    updated: { "更新: 追加\($0)、変更\($1)、削除\($2)" },
    upToDate: "最新です",
    setAside: { "保留: \($1)作品のうち\($0)作品が欠けています" },
    failed: "失敗しました",
    never: "未取得")
}
