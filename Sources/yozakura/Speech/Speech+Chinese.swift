internal import Anime

extension Speech {
  static let simplifiedChinese = Speech(
    kind: {
      switch $0 {
      case .tv: "TV"
      case .movie: "剧场版"
      case .ova: "OVA"
      case .web: "网络动画"
      }
    },
    status: {
      switch $0 {
      case .planned: "想看"
      case .watching: "在看"
      case .completed: "看过"
      case .paused: "搁置"
      case .dropped: "抛弃"
      case .rewatching: "重看"
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
    weekdays: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
    begin: "开播",
    end: "完结",
    broadcast: "播出",
    official: "官网",
    list: "列表",
    note: "备注",
    followed: "已追番",
    streams: "配信",
    television: "电视",
    mayHaveEnded: "可能已完结",
    noLongerListed: "不再收录:",
    starterOnly: { "这是 \($0) 的内置目录；`yozakura sync` 获取完整目录。" },
    nothingTonight: "昨天到明天之间没有已知的播出。",
    nothingFollowed: "还没有追番：`yozakura follow ID`",
    nothingListed: "列表还是空的：`yozakura set ID --status watching`",
    exported: { "已将 \($0) 部作品写入 \($1)" },
    undone: "已撤销",
    redone: "已重做",
    updated: { "已更新：新增 \($0)，变更 \($1)，移除 \($2)" },
    upToDate: "已是最新",
    setAside: { "已搁置：结果缺少 \($1) 部中的 \($0) 部" },
    failed: "失败",
    never: "从未获取")
}
