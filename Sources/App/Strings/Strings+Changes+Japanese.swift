import Anime

extension Strings {
  /// What a change did, in a word or two; a score stands in the user's `scale`.
  @Sendable static func japaneseChange(_ change: Change, _ scale: ScoreScale) -> String {
    switch change {
    case .followed(let isFollowed): isFollowed ? "フォロー中" : "フォロー解除"
    case .status(let status): status.map(japaneseStatus) ?? "状態なし"
    case .progress(let count): "\(count)話まで視聴"
    case .rewatches(let count): "再視聴 \(count)回"
    case .score(let score): score.map { "評価 \(scale.text($0))" } ?? "評価なし"
    case .started(let day): day.map { "視聴開始 \($0)" } ?? "開始日なし"
    case .finished(let day): day.map { "視聴完了 \($0)" } ?? "完了日なし"
    case .note(let note): note.isEmpty ? "メモなし" : "メモ: \(note)"
    case .tags(let tags): tags.isEmpty ? "タグなし" : "タグ: \(tags.joined(separator: "、"))"
    case .priority(let priority): priority.map { "優先度 \(japanesePriority($0))" } ?? "優先度なし"
    case .delays(let delays): delays.isEmpty ? "予定どおり放送" : "放送変更: \(delays.map(\.description).joined(separator: "、"))"
    case .episodeOffset(let offset): offset.map { "第\($0 + 1)話から" } ?? "初回の話数なし"
    case .pinned(let isPinned): isPinned ? "全版を保存" : "全版の保存をやめる"
    case .offsets(let offsets): offsets.isEmpty ? "コメントのずれを戻す" : "コメントのずれを記憶"
    case .played(let played): played.map { "第\($0.episode)話を再生" } ?? "再生なし"
    case .skips(let skips): skips.isEmpty ? "飛ばす部分なし" : "飛ばす部分 \(skips.count)か所"
    case .foreign(let fields): fields.isEmpty ? "その他の項目なし" : "その他の項目 \(fields.count)件"
    }
  }

  /// How soon a show is to be watched.
  @Sendable static func japanesePriority(_ priority: Priority) -> String {
    switch priority {
    case .low: "低"
    case .medium: "中"
    case .high: "高"
    }
  }
}
