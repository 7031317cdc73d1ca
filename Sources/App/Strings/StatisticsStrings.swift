/// The words of what was watched.
public struct StatisticsStrings: Sendable {
  public let shows, episodes, completed, watched, played, days, longestStreak, currentStreak, busiestDay: String
  public let byMonth, byKind, bySeason, byScore, meanScore: String
  /// `2 h 24 min`, of minutes.
  public let length: @Sendable (_ minutes: Int) -> String
  /// What is not in the hours.
  public let unknownLength: @Sendable (_ episodes: Int) -> String
  /// How many episodes.
  public let count: @Sendable (_ episodes: Int) -> String
  /// How many days.
  public let dayCount: @Sendable (_ days: Int) -> String
  /// Nothing was watched.
  public let nothing: String

  /// English.
  static let english = StatisticsStrings(
    shows: "shows", episodes: "episodes", completed: "completed", watched: "watched", played: "played here",
    days: "days",
    longestStreak: "longest streak", currentStreak: "current streak", busiestDay: "busiest day", byMonth: "by month",
    byKind: "by kind", bySeason: "by season", byScore: "by score", meanScore: "mean score",
    length: { "\($0 / 60) h \($0 % 60) min" },
    unknownLength: { "\($0) \($0 == 1 ? "episode" : "episodes") of unknown length" },
    count: { $0 == 1 ? "1 episode" : "\($0) episodes" }, dayCount: { $0 == 1 ? "1 day" : "\($0) days" },
    nothing: "Nothing was watched yet, as far as your log tells.")

  /// Japanese.
  static let japanese = StatisticsStrings(
    shows: "作品", episodes: "話", completed: "視聴完了", watched: "視聴時間", played: "再生時間", days: "日", longestStreak: "最長連続",
    currentStreak: "連続中", busiestDay: "最も見た日", byMonth: "月別", byKind: "種類別", bySeason: "放送期別", byScore: "評価別",
    meanScore: "平均評価", length: { "\($0 / 60)時間\($0 % 60)分" }, unknownLength: { "長さ不明 \($0)話" },
    count: { "\($0)話" }, dayCount: { "\($0)日" }, nothing: "記録にはまだ視聴がありません。")

  /// Simplified Chinese.
  static let simplifiedChinese = StatisticsStrings(
    shows: "部作品", episodes: "话", completed: "看完", watched: "观看时长", played: "本机播放", days: "天", longestStreak: "最长连续",
    currentStreak: "当前连续", busiestDay: "看得最多的一天", byMonth: "按月", byKind: "按类型", bySeason: "按季度", byScore: "按评分",
    meanScore: "平均分", length: { "\($0 / 60) 小时 \($0 % 60) 分" }, unknownLength: { "时长未知 \($0) 话" },
    count: { "\($0) 话" }, dayCount: { "\($0) 天" }, nothing: "记录中还没有观看。")
}
