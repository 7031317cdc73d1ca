internal import Anime

extension EntryStrings {
  static let japanese = EntryStrings(
    field: { field in
      switch field {
      case .followed: "フォロー"
      case .status: "状態"
      case .progress: "話数"
      case .rewatches: "再視聴"
      case .score: "評価"
      case .started: "開始日"
      case .finished: "完了日"
      case .note: "メモ"
      case .tags: "タグ"
      case .priority: "優先度"
      case .delays: "放送変更"
      case .episodeOffset: "最初の話数"
      case .pinned: "ピン"
      case .offsets: "コメントのずれ"
      case .foreign: "他のソフト"
      case .played: "最後に再生"
      case .skips: "飛ばす部分"
      }
    },
    title: "作品", airs: "放送", next: "次回", changed: "変更日", all: "すべて",
    marked: { count, hidden in "\(count)件選択" + (hidden > 0 ? "（\(hidden)件は一覧の外）" : "") },
    undoHint: { "\($0) で元に戻す" },
    nothingChanged: "すでにそうなっています。変更はありません。",
    emptyList: { follow, status in
      "リストは空です。カタログで \(follow) を押すとフォロー、\(status) で状態を付けられます。"
        + "他のソフトのリストは「yozakura import」で取り込めます。"
    },
    edit: "編集", various: "さまざま", nothing: "なし",
    hint: japaneseHint, problem: japaneseProblem,
    unsaved: "未保存です。Enter で保存、もう一度 Esc で破棄。",
    save: "保存", nextField: "項目", choose: "選択")

  private static let japaneseHint: @Sendable (Change.Field, ScoreScale, Bool) -> String = { field, scale, isForAll in
    let clears = isForAll ? "・Backspace で全作品を空に" : ""
    switch field {
    case .progress: return "見た話数・+1 と -1 で増減" + clears
    case .score: return "\(scale.range)、または none" + clears
    case .started, .finished: return "2026-07-04、today、yesterday、none" + clears
    case .rewatches: return "見直した回数・+1 で増やす" + clears
    case .tags: return "+癒し で追加、-癒し で削除・Tab で補完" + clears
    case .delays: return "2026-08-15+30m は遅れ、2026-08-15 は休止（日本の日付）" + clears
    case .episodeOffset: return "最初の放送の話数、または none" + clears
    case .note: return "自由なメモ" + clears
    default: return "← → または数字で選択"
    }
  }

  private static let japaneseProblem: @Sendable (EntryProblem) -> String = { problem in
    switch problem {
    case .noCount(let text, let range):
      "「\(text)」は \(range.lowerBound) から \(Strings.grouped(range.upperBound)) までの整数ではありません。"
    case .noScore(let text, let scale): "「\(text)」は評価ではありません。\(scale.range)、または none です。"
    case .noDay(let text): "「\(text)」は日付ではありません。2026-07-04、today、yesterday、none のように書きます。"
    case .noDelay(let text): "「\(text)」は放送変更ではありません。2026-08-15、2026-08-15+30m のように書きます。"
    case .noEpisode(let text): "「\(text)」は話数でも none でもありません。"
    case .tooLong(let limit): "メモは \(Strings.grouped(limit)) 文字までです。"
    }
  }
}
