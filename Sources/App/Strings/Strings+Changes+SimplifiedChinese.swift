import Anime

extension Strings {
  /// What a change did, in a word or two; a score stands in the user's `scale`.
  @Sendable static func chineseChange(_ change: Change, _ scale: ScoreScale) -> String {
    switch change {
    case .followed(let isFollowed): isFollowed ? "已关注" : "取消关注"
    case .status(let status): status.map(chineseStatus) ?? "无状态"
    case .progress(let count): "看到第 \(count) 话"
    case .rewatches(let count): "重看 \(count) 次"
    case .score(let score): score.map { "评分 \(scale.text($0))" } ?? "无评分"
    case .started(let day): day.map { "开始于 \($0)" } ?? "无开始日期"
    case .finished(let day): day.map { "看完于 \($0)" } ?? "无完成日期"
    case .note(let note): note.isEmpty ? "无笔记" : "笔记：\(note)"
    case .tags(let tags): tags.isEmpty ? "无标签" : "标签：\(tags.joined(separator: "、"))"
    case .priority(let priority): priority.map { "优先级\(chinesePriority($0))" } ?? "无优先级"
    case .delays(let delays): delays.isEmpty ? "如期播出" : "播出变动：\(delays.map(\.description).joined(separator: "、"))"
    case .episodeOffset(let offset): offset.map { "从第 \($0 + 1) 话开始" } ?? "无起始话数"
    case .pinned(let isPinned): isPinned ? "保留所有版本" : "不再保留所有版本"
    case .offsets(let offsets): offsets.isEmpty ? "弹幕不偏移" : "已记住弹幕偏移"
    case .played(let played): played.map { "播放了第 \($0.episode) 话" } ?? "无播放记录"
    case .skips(let skips): skips.isEmpty ? "不跳过任何部分" : "跳过的部分 \(skips.count) 处"
    case .foreign(let fields): fields.isEmpty ? "无其他字段" : "其他字段 \(fields.count) 项"
    }
  }

  /// How soon a show is to be watched.
  @Sendable static func chinesePriority(_ priority: Priority) -> String {
    switch priority {
    case .low: "低"
    case .medium: "中"
    case .high: "高"
    }
  }
}
