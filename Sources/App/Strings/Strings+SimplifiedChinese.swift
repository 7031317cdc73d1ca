import Anime
import Danmaku

extension Strings {
  /// 简体中文。
  public static let simplifiedChinese = Strings(
    language: .simplifiedChinese,
    network: .simplifiedChinese, mirrors: .simplifiedChinese, filter: .simplifiedChinese, releases: .simplifiedChinese,
    localFiles: .simplifiedChinese,
    tonight: "今晚", catalogue: "番剧库", schedule: "放送表", watchlist: "追番", capsule: "时光胶囊", show: "作品", stage: "弹幕",
    help: "帮助",
    statistics: .simplifiedChinese,
    kind: {
      switch $0 {
      case .tv: "TV"
      case .movie: "剧场版"
      case .ova: "OVA"
      case .web: "网络"
      }
    },
    status: chineseStatus,
    priority: chinesePriority,
    titleLanguage: {
      switch $0 {
      case .japanese: "日文"
      case .simplifiedChinese: "简体"
      case .traditionalChinese: "繁体"
      case .english: "英文"
      }
    },
    quarter: chineseQuarter,
    season: { "\($0.year)年\(chineseQuarter($0.quarter))" },
    followed: "已关注", noStatus: "无", ended: "已完结", airing: "放送中", upcoming: "未开播",
    episodes: { "全 \($0) 话" },
    progress: { watched, of in of.map { "\(watched) / \($0) 话" } ?? "\(watched) 话" },
    estimate: { "~\($0)" },
    scored: { "评分 \($0)" },
    noLongerAt: { "\($0) 已不再收录" },
    weekday: { Calendar.weekdays[$0] },
    longDay: { "\($0.month)月\($0.day)日 \(Calendar.weekdays[$0.weekday])" },
    shortDay: { "\($0.day) \(Calendar.weekdays[$0.weekday])" },
    columnDay: { "\($0.day < 10 ? " " : "")\($0.day) \(Calendar.weekdays[$0.weekday])" },
    monthDay: { "\($0.month)月\($0.day)日" },
    duration: { minutes in
      if minutes < 60 { return "\(minutes)分钟" }
      if minutes < 1440 { return minutes % 60 == 0 ? "\(minutes / 60)小时" : "\(minutes / 60)小时\(minutes % 60)分" }
      return "\(minutes / 1440)天"
    },
    inTime: { "\($0)后" },
    ago: { "\($0)前" },
    now: "现在",
    weekly: { "每\($0) \($1)" },
    justNow: "刚刚",
    today: "今天", television: "电视", stream: "网络",
    more: { "+\($0)" },
    continueWatching: "继续看",
    nextAt: { "下一话 \($0)" },
    mayHaveEnded: "可能已经完结",
    nothingAirs: "番剧库中没有在前后 24 小时内放送的作品。",
    nothingAirsStarter: { "内置番剧库（\($0)）收录的放送时间很少。" },
    nothingAirsSince: { "其中最新的作品开播于 \($0)，下列作品可能已经完结。" },
    nothingAirsStale: { "番剧库上次同步于\($0)。" },
    thisSeason: { "本季 · \($0.year)年\(chineseQuarter($0.quarter))" },
    onThisDay: "往年今日",
    yearsAgo: { "\($0) 年前" },
    followedHeading: "关注的作品", beginsToday: "今天开播", newSinceLook: "上次之后的更新", comingUp: "即将播出", earlier: "已播出",
    shows: { "\(grouped($0)) 部作品" },
    searchPrompt: "搜索",
    nothingFound: { "没有找到“\($0)”。" },
    nothingMatches: "没有符合筛选条件的作品。",
    clearHint: { "按 \($0) 清除筛选。" },
    anySeason: "季度",
    followedOnly: "已关注",
    byNewest: "最新在前", byMatch: "按匹配", bySeason: "按季度", byTitle: "按标题",
    nothingThatDay: "没有放送。",
    moved: { $0.isEmpty ? "已改期" : "已改期 \($0)" },
    reserved: "已预约",
    emptyTab: { tab, follow, status in "“\(tab)”还是空的。按 \(follow) 关注作品，按 \(status) 标记状态。" },
    week: { first, last in
      "\(first.year)年\(first.month)月\(first.day)日–\(first.month == last.month ? "" : "\(last.month)月")\(last.day)日"
    },
    keptComments: "弹幕",
    noComments: "没有保存它的弹幕；可用“yozakura danmaku import”或“fetch”获取。",
    links: "链接", began: "开播", begins: "将开播", streams: "正版播放", databases: "相关网站",
    officialSite: "官方网站", yourList: "我的追番", notInList: "不在追番列表中", note: "笔记",
    source: { "来源：\($0)" },
    worldwide: "所有地区",
    showGone: "这部作品已不在库中。",
    showNotYet: "当时库中还没有这部作品。",
    history: "历史", historyAwaited: "正在读取历史。", historyUnread: "无法读取历史。",
    noVersion: "胶囊中还没有它的任何版本。",
    oneVersion: { "目前只有 \($0) 的一个版本。" },
    versionAdded: "新增", versionRemoved: "移除",
    field: { field in
      switch field {
      case .titles: "标题"
      case .type: "类型"
      case .begin: "开播"
      case .end: "完结"
      case .broadcast: "放送"
      case .sites: "链接"
      case .officialSite: "官网"
      case .episodes: "话数"
      case .provider: "来源"
      }
    },
    then: "当时",
    day: { "\($0.year)年\($0.month)月\($0.day)日 \(Calendar.weekdays[$0.weekday])" },
    asOf: { "回看 \($0)" },
    commit: { $0 == 0 ? "内置番剧库" : "提交 \($0)" },
    nearestKept: { "\($0)（最近的留存）" },
    standsIn: { "最接近那一刻的内容已舍弃，由\($0)代替。" },
    atPresent: "正在显示现在。",
    month: { "\($0.year)年\($0.month)月" },
    commits: { "\(grouped($0)) 次提交" },
    whatIsKept: "留存的内容",
    capsuleAwaited: "正在读取胶囊。",
    noCommits: { "还没有提交：目前由内置番剧库作答，按 \($0) 同步后，时间线由此开始。" },
    commitCause: { cause in
      switch cause {
      case .sync: "同步"
      case .setAside: "搁置"
      case .accept: "采纳"
      case .restore: "恢复"
      case .merge: "合并"
      case .collection: "整理"
      case .comments: "弹幕"
      case .other: "其他"
      }
    },
    head: "现在", lookedAt: "回看中", thinned: "已精简", lookBack: "回看",
    coverage: chineseCoverage,
    keptThoughGone: { "其中 \($0) 部已被来源移除，但仍留存在这里。" },
    setAsideLabel: "已搁置", lacks: { "\($0) 缺少 \(grouped($1)) 部作品" },
    acceptHint: { "按 \($0) 采纳" },
    pinned: "保留所有版本", pins: "全版保留", noPins: { "无；在作品上按 \($0) 可保留其所有版本" },
    folder: "文件夹",
    size: "大小", bytesInObjects: { "\($0)，\(grouped($1)) 个对象" },
    room: "空间", roomUnknown: "磁盘没有回答", free: { "剩余 \($0)" },
    reserve: "预留", stopsBelow: { "最后 \($0) 不用来存内容" },
    hasStopped: { "剩余不足 \($0)：不再存入新内容，你的修改照常保存" },
    operations: "修改", operationsFrom: { $0 == 0 ? "还没有" : "你的 \(grouped($0)) 次修改，来自 \($1) 台设备" },
    quarantine: "隔离",
    checked: "校验", neverVerified: { "从未；按 \($0) 校验结构" }, verifying: "正在校验…",
    verification: { ago, isWhole, damaged in
      "\(ago)，\(isWhole ? "逐字节" : "结构")：" + (damaged == 0 ? "完好" : "\(grouped(damaged)) 处损坏")
    },
    verified: { damaged, readAll in
      let what = readAll ? "已逐字节校验" : "已校验结构"
      return damaged == 0 ? "\(what)：胶囊完好。" : "\(what)：\(damaged) 处损坏。“yozakura capsule repair”"
    },
    acceptPrompt: { "将移除 \(grouped($1)) 部作品，采纳 \($0) 的数据？" },
    accepted: { "已采纳 · \($0) · 移除 \(grouped($1)) 部作品" },
    restorePrompt: { "恢复到提交 \($0)（\($1)）的番剧库？" },
    restored: { "已恢复 · 提交 \($0) 成为现在" },
    isHeadAlready: { "提交 \($0) 就是现在。" },
    yesOrNo: "y 是  n 否",
    syncedAgo: { "\($0)同步" },
    neverSynced: "从未同步",
    noFeeds: "还没有订阅源。用“yozakura provider add feed --name NAME --url URL”添加，用“yozakura sync”获取。",
    starter: { "内置番剧库（\($0)）" },
    starterShort: { "内置 \($0)" },
    starterHint: { "按 \($0) 获取完整数据" },
    asking: "正在询问镜像…",
    syncing: "正在同步。",
    difference: { added, changed, removed in "新增 \(added)，变更 \(changed)，移除 \(removed)" },
    updated: { added, changed, removed in "同步完成：新增 \(added)，变更 \(changed)，移除 \(removed)。" },
    libraryHealed: "片库丢失或损坏，已由时间胶囊重建。",
    upToDate: "同步完成：没有新内容。",
    saved: { "已保存 · \($0) · \($1)" },
    undone: { "已撤销 · \($0) · \($1)" },
    redone: { "已重做 · \($0) · \($1)" },
    change: chineseChange,
    opened: { "已打开 \($0)" },
    loading: { "正在读取 \($0)。" },
    statusPrompt: "状态", scorePrompt: { "评分 \($0.range)" }, notePrompt: "笔记",
    badScore: { "评分是 \($0.range)；留空则清除。" },
    keep: "保存", toList: "到列表", cancel: "取消", listed: "补全", select: "选择", closing: "关闭",
    tooSmall: "太小了。",
    next: "下一话",
    starterOnly: { "这是 \($0) 的内置番剧库；“yozakura sync”获取完整的番剧库。" },
    newArrivals: { "\($0) 话更新" },
    nothingNew: "没有更新。",
    consumerBegins: "从现在起，每话更新只显示一次；“--since 7d”从一周前开始。",
    consumerDamaged: { "已显示内容的记录无法读取，保留为 \($0)；从 \($1) 之后的更新继续。" },
    premiere: "上映", seasonComplete: "已完结",
    nothingFollowed: "还没有追番：“yozakura follow ID”",
    nothingListed: "列表还是空的：“yozakura set ID --status watching”",
    exported: { "已将 \($0) 部作品写入 \($1)" },
    setAside: { "已搁置：结果缺少 \($1) 部中的 \($0) 部" },
    failed: "失败",
    unknownVerb: { name, nearest in "没有“\(name)”这个命令。" + (nearest.map { "是不是“\($0)”？" } ?? "") },
    missingArgument: { "请输入 :\($0)" },
    unknownArgument: { name, nearest in "不认识“\(name)”。" + (nearest.map { "是不是“\($0)”？" } ?? "") },
    notHere: { "“\($0)”在这里不起作用。" },
    isSet: { "\($0) = \($1)" },
    hint: { action in
      switch action {
      case .selectNext: "下一项"
      case .selectPrevious: "上一项"
      case .selectFirst: "首项"
      case .selectLast: "末项"
      case .pageDown, .halfPageDown: "下翻"
      case .pageUp, .halfPageUp: "上翻"
      case .open: "打开"
      case .back: "返回"
      case .showTonight: "今晚"
      case .showCatalogue: "番剧库"
      case .showSchedule: "放送表"
      case .showWatchlist: "追番"
      case .showCapsule: "时光胶囊"
      case .showMirrors: "镜像"
      case .nextScreen: "下一页"
      case .previousScreen: "上一页"
      case .search: "搜索"
      case .commandLine: "命令"
      case .help: "帮助"
      case .sync: "同步"
      case .redraw: "重绘"
      case .suspend: "挂起"
      case .close: "关闭"
      case .quit: "退出"
      case .follow: "关注"
      case .watchNext: "看完一话"
      case .watchPrevious: "退回一话"
      case .editStatus: "状态"
      case .editScore: "评分"
      case .editNote: "笔记"
      case .editEntry: "编辑"
      case .pin: "保留版本"
      case .undo: "撤销"
      case .redo: "重做"
      case .previousSeason, .nextSeason: "季度"
      case .currentSeason: "本季"
      case .filterKind: "类型"
      case .filterLanguage: "语言"
      case .filterAiring: "放送状态"
      case .filterFollowed: "已关注"
      case .filterSite: "站点"
      case .clearFilters: "清除"
      case .sort: "排序"
      case .previousSort: "排序"
      case .reverseSort: "反序"
      case .previousDay, .nextDay: "日期"
      case .previousWeek, .nextWeek: "周"
      case .previousMonth, .nextMonth: "月"
      case .changeView: "周/月"
      case .now: "现在"
      case .previousTab, .nextTab: "标签"
      case .mark: "选中"
      case .markRange: "范围"
      case .markAll: "全选"
      case .unmarkAll: "取消选中"
      case .openLink: "用浏览器打开"
      case .playComments: "播放弹幕"
      case .play: "播放"
      case .present: "回到现在"
      case .verify: "校验"
      case .verifyAll: "逐字节"
      case .accept: "采纳"
      case .restore: "恢复"
      case .tryNow: "立即尝试"
      case .compare: "比较"
      case .refresh: "刷新"
      case .playPause: "播放/暂停"
      case .seekBackward, .seekForward: "5 秒"
      case .seekFarBackward, .seekFarForward: "1 分钟"
      case .previousPeak, .nextPeak: "高能"
      case .restart: "从头播放"
      case .slower: "减速"
      case .faster: "加速"
      case .toggleSpeedSync: "随倍速"
      case .changeScript: "简繁"
      case .offsetSlightlyEarlier: "-0.1 秒"
      case .offsetSlightlyLater: "+0.1 秒"
      case .offsetEarlier: "-1 秒"
      case .offsetLater: "+1 秒"
      case .offsetFarEarlier: "-10 秒"
      case .offsetFarLater: "+10 秒"
      case .resetOffset: "不偏移"
      case .alignSources: "对齐"
      case .toggleComments: "弹幕列表"
      case .seekEnd: "到结尾"
      case .followPlayback: "跟随"
      case .goToMention: "空降"
      case .toggleDensity: "密度"
      case .changeArea: "区域"
      case .toggleRepeats: "合并"
      case .toggleRules: "规则"
      case .blockComment: "屏蔽"
      case .toggleScrolling: "滚动"
      case .toggleTop: "顶部"
      case .toggleBottom: "底部"
      case .togglePositioned: "定位"
      case .toggleDanmaku: "弹幕"
      case .quieter: "音量-"
      case .louder: "音量+"
      case .toggleMute: "静音"
      case .nextAudio: "音轨"
      case .nextSubtitles: "字幕"
      case .previousChapter: "上一章"
      case .nextChapter: "下一章"
      case .markOpening: "片头"
      case .markEnding: "片尾"
      case .nextEpisode: "下一话"
      case .previousEpisode: "上一话"
      case .changeMosaic: "字块"
      case .togglePicture: "画面"
      case .changeOpacity: "不透明度"
      case .takeScreenshot: "截图"
      case .toggleReverse: "逆向"
      }
    },
    meaning: { action in
      switch action {
      case .selectNext: "选择下一行"
      case .selectPrevious: "选择上一行"
      case .selectFirst: "选择第一行"
      case .selectLast: "选择最后一行"
      case .pageDown: "向下翻一页"
      case .pageUp: "向上翻一页"
      case .halfPageDown: "向下翻半页"
      case .halfPageUp: "向上翻半页"
      case .open: "打开选中的内容"
      case .back: "返回上一步"
      case .showTonight: "显示今晚的放送"
      case .showCatalogue: "显示番剧库"
      case .showSchedule: "显示放送表"
      case .showWatchlist: "显示追番列表"
      case .showCapsule: "显示时光胶囊"
      case .showMirrors: "显示镜像"
      case .nextScreen: "切换到下一个界面"
      case .previousScreen: "切换到上一个界面"
      case .search: "边输入边搜索（番剧库；在弹幕舞台上则为弹幕列表）"
      case .commandLine: "打开命令行"
      case .help: "显示本界面的按键"
      case .sync: "获取新内容"
      case .redraw: "重绘屏幕"
      case .suspend: "挂起到 shell（fg 恢复）"
      case .close: "关闭当前界面，没有可关闭的则退出"
      case .quit: "退出"
      case .follow: "关注或取消关注"
      case .watchNext: "又看完一话"
      case .watchPrevious: "退回一话"
      case .editStatus: "选择状态"
      case .editScore: "评分"
      case .editNote: "写笔记"
      case .editEntry: "编辑这部作品（或所有选中作品）的全部记录"
      case .pin: "固定：保留作品的所有版本，或最先询问该镜像"
      case .undo: "撤销对列表的上一次修改"
      case .redo: "重做撤销的修改"
      case .previousSeason: "筛选上一季度"
      case .nextSeason: "筛选下一季度"
      case .currentSeason: "筛选本季，或取消"
      case .filterKind: "按类型筛选"
      case .filterLanguage: "按语言筛选"
      case .filterAiring: "按放送中、未开播、已完结筛选"
      case .filterFollowed: "只看已关注"
      case .filterSite: "按站点筛选"
      case .clearFilters: "清除搜索与全部筛选"
      case .sort: "切换排序"
      case .previousSort: "按前一列排序"
      case .reverseSort: "反过来排序"
      case .previousDay: "前一天"
      case .nextDay: "后一天"
      case .previousWeek: "前一周"
      case .nextWeek: "后一周"
      case .previousMonth: "前一个月"
      case .nextMonth: "后一个月"
      case .changeView: "显示一周或一个月"
      case .now: "回到现在"
      case .previousTab: "左边的标签"
      case .nextTab: "右边的标签"
      case .mark: "选中或取消选中；之后的更改针对所有选中的作品"
      case .markRange: "从这里选到移动到的地方；再按一次结束"
      case .markAll: "选中列表中的全部作品，或全部取消"
      case .unmarkAll: "取消所有选中"
      case .openLink: "用浏览器打开选中的链接"
      case .playComments: "播放该话已保存的弹幕"
      case .play: "播放选中的文件，否则播放下一话"
      case .present: "从过去回到现在"
      case .verify: "校验胶囊的结构"
      case .verifyAll: "逐字节读取并校验胶囊"
      case .accept: "采纳被搁置的数据"
      case .restore: "恢复选中的番剧库"
      case .tryNow: "立即尝试选中的镜像"
      case .compare: "比较该来源各镜像的内容"
      case .refresh: "重新查看镜像"
      case .playPause: "播放或暂停"
      case .seekBackward: "后退 5 秒"
      case .seekForward: "前进 5 秒"
      case .seekFarBackward: "后退 1 分钟"
      case .seekFarForward: "前进 1 分钟"
      case .previousPeak: "跳到上一个弹幕高峰"
      case .nextPeak: "跳到下一个弹幕高峰"
      case .restart: "回到开头"
      case .slower: "减速"
      case .faster: "加速"
      case .toggleSpeedSync: "弹幕是否跟随播放速度"
      case .changeScript: "切换简体、繁体或原文"
      case .offsetSlightlyEarlier: "弹幕提前 0.1 秒"
      case .offsetSlightlyLater: "弹幕推迟 0.1 秒"
      case .offsetEarlier: "弹幕提前 1 秒"
      case .offsetLater: "弹幕推迟 1 秒"
      case .offsetFarEarlier: "弹幕提前 10 秒"
      case .offsetFarLater: "弹幕推迟 10 秒"
      case .resetOffset: "弹幕不偏移"
      case .alignSources: "找出各来源互相吻合的偏移"
      case .toggleComments: "显示或隐藏弹幕列表"
      case .seekEnd: "跳到结尾"
      case .followPlayback: "列表重新跟随播放"
      case .goToMention: "跳到所选弹幕写的时间"
      case .toggleDensity: "显示或隐藏弹幕密度"
      case .changeArea: "改变弹幕显示区域"
      case .toggleRepeats: "合并或逐条显示重复弹幕"
      case .toggleRules: "显示或隐藏弹幕规则"
      case .blockComment: "屏蔽所选弹幕、其发送者或词语，可撤销"
      case .toggleScrolling: "显示或隐藏滚动弹幕"
      case .toggleTop: "显示或隐藏顶部弹幕"
      case .toggleBottom: "显示或隐藏底部弹幕"
      case .togglePositioned: "显示或隐藏定位弹幕"
      case .toggleDanmaku: "显示或关闭弹幕"
      case .quieter: "调低音量"
      case .louder: "调高音量"
      case .toggleMute: "静音或恢复"
      case .nextAudio: "切换到下一条音轨"
      case .nextSubtitles: "切换到下一条字幕，或关闭"
      case .previousChapter: "跳到上一章"
      case .nextChapter: "跳到下一章"
      case .markOpening: "标记片头的开始，再按标记结束"
      case .markEnding: "标记片尾的开始，再按标记结束"
      case .nextEpisode: "播放下一话"
      case .previousEpisode: "播放上一话"
      case .changeMosaic: "切换画面形式（终端支持时为像素，或各种字块）"
      case .togglePicture: "显示画面，或只看弹幕"
      case .changeOpacity: "切换弹幕的不透明度"
      case .takeScreenshot: "将画面连同弹幕存为图片"
      case .toggleReverse: "显示或隐藏逆向弹幕"
      }
    },
    group: { context in
      switch context {
      case .everywhere: "所有界面"
      case .browsing: "作品"
      case .tonight: "今晚"
      case .catalogue: "番剧库"
      case .schedule: "放送表"
      case .watchlist: "追番"
      case .capsule: "时光胶囊"
      case .mirrors: MirrorStrings.simplifiedChinese.title
      case .show: "作品详情"
      case .stage: "弹幕"
      case .help: "帮助"
      }
    },
    failure: { failure, date, cause in
      switch failure {
      case .capsuleBusy(let pid): (pid.map { "进程 \($0) " } ?? "另一个进程") + "正在写入数据，未作任何修改。"
      case .diskFull: "磁盘已满，未作任何修改。"
      case .readOnly(let path): "无法写入 \(path)，未作任何修改。"
      case .newerFormat(let format): "数据由更新的版本写成（格式 \(format)），未作任何修改。"
      case .noSuchFile(let path): "找不到 \(path)。"
      case .notDanmaku(let path, .empty): "\(path) 是空文件。"
      case .notDanmaku(let path, .tooLarge): "\(path) 太大，不像弹幕文件。"
      case .notDanmaku(let path, .newerVersion(let version, _)):
        "\(path) 由较新版本的 Yozakura 写成（格式 \(version)）；请更新 Yozakura，或用新版本转换成其他格式。"
      case .notDanmaku(let path, .notDanmaku): "\(path) 不是弹幕文件；可以读取哔哩哔哩、弹弹play、niconico 和 AcFun 的文件。"
      case .noSuchTheme(let name, let nearest):
        "没有名为“\(name)”的主题。" + (nearest.map { "是不是“\($0)”？" } ?? "")
      case .noBrowser(let url): "无法启动浏览器：\(url)"
      case .nothingToUndo: "没有可撤销的修改。"
      case .nothingToRedo: "没有可重做的修改。"
      case .noSuchMoment(let text, let first):
        "“\(text)”不是日期（如 2026-03-22），也不是时刻或提交。" + (first.map { "最早的一天是 \(date($0))。" } ?? "")
      case .beforeFirst(let first): "更早的没有记录；最早的一天是 \(date(first))。"
      case .readOnlyPast: "正在回看过去，不能修改；:asof now 回到现在。"
      case .contentGone(let sequence): "提交 \(sequence) 的内容已为腾出空间而舍弃。"
      case .damaged(let sequence): "提交 \(sequence) 已损坏，无法读取。"
      case .notPlayed(let failure, let title): TheatreStrings.simplifiedChinese.failure(failure, title)
      case .noEpisodeHere: "library.folders 中没有下一话的文件。"
      case .noEpisodeBefore: "library.folders 中没有上一话的文件。"
      case .nothingSetAside: "没有搁置的数据。"
      case .network(let reason): "没有获取到任何内容：\(cause(reason))。"
      case .other(let text): text
      }
    },
    problem: { problem in
      switch problem {
      case .unknownKey(let nearest): "未知的键" + (nearest.map { "，是不是 \($0)？" } ?? "")
      case .unknownName(let value, let nearest): "不认识“\(value)”" + (nearest.map { "，是不是“\($0)”？" } ?? "")
      case .badValue(let value, let expected): "\(value) 不可用；可用的有：\(expected)"
      case .collision(let other): "与 \(other) 冲突，不予采用"
      }
    })

  private static let chineseCoverage: @Sendable (Coverage) -> String = { coverage in
    let head = "即使所有服务器现在消失，"
    guard coverage.listed > 0 else { return head + "这里的一切仍会留存；你的列表还是空的。" }
    guard coverage.whole < coverage.listed else { return head + "列表中的 \(coverage.listed) 部作品全部完整留存。" }
    let lost = coverage.listed - coverage.whole - coverage.titleOnly
    return head + "列表中的 \(coverage.listed) 部作品有 \(coverage.whole) 部完整留存"
      + (coverage.titleOnly > 0 ? "，\(coverage.titleOnly) 部只剩标题" : "")
      + (lost > 0 ? "，\(lost) 部无法留存。" : "。")
  }

  static let chineseStatus: @Sendable (WatchStatus) -> String = {
    switch $0 {
    case .planned: "想看"
    case .watching: "在看"
    case .completed: "看过"
    case .paused: "搁置"
    case .dropped: "抛弃"
    case .rewatching: "重看"
    }
  }

  private static let chineseQuarter: @Sendable (Season.Quarter) -> String = {
    switch $0 {
    case .winter: "冬"
    case .spring: "春"
    case .summer: "夏"
    case .autumn: "秋"
    }
  }
}

private enum Calendar {
  static let weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"]
}
