internal import Anime

extension EntryStrings {
  static let simplifiedChinese = EntryStrings(
    field: { field in
      switch field {
      case .followed: "追番"
      case .status: "状态"
      case .progress: "进度"
      case .rewatches: "重看"
      case .score: "评分"
      case .started: "开始"
      case .finished: "看完"
      case .note: "笔记"
      case .tags: "标签"
      case .priority: "优先级"
      case .delays: "播出变更"
      case .episodeOffset: "起始话数"
      case .pinned: "固定"
      case .offsets: "弹幕偏移"
      case .foreign: "其他软件"
      case .played: "上次播放"
      case .skips: "跳过的部分"
      }
    },
    title: "作品", airs: "播出", next: "下次", changed: "更改", all: "全部",
    marked: { count, hidden in "已选 \(count) 部" + (hidden > 0 ? "，其中 \(hidden) 部不在此列表" : "") },
    undoHint: { "按 \($0) 撤销" },
    nothingChanged: "本来就是这样，没有更改。",
    emptyList: { follow, status in
      "列表是空的。在番剧库中按 \(follow) 关注，按 \(status) 设置状态；其他软件的列表可以用“yozakura import”导入。"
    },
    edit: "编辑", various: "各不相同", nothing: "无",
    hint: chineseHint, problem: chineseProblem,
    unsaved: "尚未保存：Enter 保存，再按 Esc 放弃。",
    save: "保存", nextField: "字段", choose: "选择")

  private static let chineseHint: @Sendable (Change.Field, ScoreScale, Bool) -> String = { field, scale, isForAll in
    let clears = isForAll ? "；Backspace 全部清空" : ""
    switch field {
    case .progress: return "看过的话数；+1 和 -1 增减" + clears
    case .score: return "\(scale.range)，或 none" + clears
    case .started, .finished: return "2026-07-04、today、yesterday 或 none" + clears
    case .rewatches: return "重看的次数；+1 增加" + clears
    case .tags: return "+治愈 添加，-治愈 去掉；Tab 补全" + clears
    case .delays: return "2026-08-15+30m 推迟，2026-08-15 停播（日本日期）" + clears
    case .episodeOffset: return "首次播出的是第几话，或 none" + clears
    case .note: return "自己的话" + clears
    default: return "← → 或数字选择"
    }
  }

  private static let chineseProblem: @Sendable (EntryProblem) -> String = { problem in
    switch problem {
    case .noCount(let text, let range):
      "“\(text)”不是 \(range.lowerBound) 到 \(Strings.grouped(range.upperBound)) 的整数。"
    case .noScore(let text, let scale): "“\(text)”不是评分：\(scale.range)，或 none。"
    case .noDay(let text): "“\(text)”不是日期，如 2026-07-04、today、yesterday 或 none。"
    case .noDelay(let text): "“\(text)”不是播出变更，如 2026-08-15、2026-08-15+30m。"
    case .noEpisode(let text): "“\(text)”不是话数，也不是 none。"
    case .tooLong(let limit): "笔记最多 \(Strings.grouped(limit)) 个字符。"
    }
  }
}
