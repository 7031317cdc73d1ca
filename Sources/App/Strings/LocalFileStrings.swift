/// The words about the user's own files in one language.
public struct LocalFileStrings: Sendable {
  /// The heading of a show's files.
  let heading: String
  /// How many files of how many shows there are.
  public let found: @Sendable (_ files: Int, _ shows: Int) -> String
  /// How many of them are new, changed and gone.
  public let changes: @Sendable (_ added: Int, _ changed: Int, _ removed: Int) -> String
  /// Of how many films nobody has read yet what they themselves tell.
  public let unopened: @Sendable (_ films: Int) -> String
  /// The heading of the files of which nobody knows the show.
  public let unmatched: String

  /// English.
  static let english = LocalFileStrings(
    heading: "Your files",
    found: {
      "\($0 == 1 ? "1 file" : "\(Strings.grouped($0)) files") of \($1 == 1 ? "1 show" : "\(Strings.grouped($1)) shows")"
    },
    changes: { "\($0) new, \($1) changed, \($2) gone" },
    unopened: {
      "\($0 == 1 ? "1 film was" : "\(Strings.grouped($0)) films were") not opened yet; the next scan goes on."
    },
    unmatched: "Of no known show")

  /// Japanese.
  static let japanese = LocalFileStrings(
    heading: "手元のファイル",
    found: { "\(Strings.grouped($1))作品 \(Strings.grouped($0))ファイル" },
    changes: { "新規\($0)、変更\($1)、消失\($2)" },
    unopened: { "まだ開いていない動画\(Strings.grouped($0))本。次のスキャンで続けます。" }, unmatched: "作品不明")

  /// Simplified Chinese.
  static let simplifiedChinese = LocalFileStrings(
    heading: "本地文件",
    found: { "\(Strings.grouped($1)) 部作品，\(Strings.grouped($0)) 个文件" },
    changes: { "新增 \($0)，更改 \($1)，消失 \($2)" },
    unopened: { "还有 \(Strings.grouped($0)) 个视频未读取，下次扫描继续。" }, unmatched: "未知作品")
}
