import Picture
public import Playback

/// The phrases of the theatre in one language.
public struct TheatreStrings: Sendable {
  let opening: String
  let buffering: String
  let muted: String
  let volume: @Sendable (_ percent: Int) -> String
  let restarted: @Sendable (_ time: String) -> String
  /// That the picture was written, and where.
  public let screenshot: @Sendable (_ path: String) -> String
  /// There is none to be kept.
  let noPictureHere: String
  /// How much of a comment covers the picture, in percent.
  public let opacity: @Sendable (_ percent: Int) -> String
  /// How the picture is shown: in cells of this form, in pixels where there is none.
  let form: @Sendable (Mosaic?) -> String
  /// Which sound is heard, and which subtitles are seen.
  let sound: @Sendable (_ track: String) -> String
  let subtitles: @Sendable (_ track: String) -> String
  let noSubtitles: String
  let chapter: @Sendable (_ name: String) -> String
  /// Why `film` is not played, in a player of either kind.
  public let failure: @Sendable (_ failure: PlayerFailure, _ film: String) -> String

  /// The phrases of `language`.
  public static func of(_ language: InterfaceLanguage) -> TheatreStrings {
    switch language {
    case .english: english
    case .japanese: japanese
    case .simplifiedChinese: simplifiedChinese
    }
  }

  static let english = TheatreStrings(
    opening: "opening…", buffering: "waiting for more", muted: "muted", volume: { "volume \($0) %" },
    restarted: { "The player was lost; it goes on at \($0)." }, screenshot: { "The picture is in \($0)." },
    noPictureHere: "No picture is seen that could be kept.",
    opacity: { "Comments at \($0) %" }, form: { "Picture: \($0.map(englishName) ?? "pixels")" },
    sound: { "Sound \($0)" }, subtitles: { "Subtitles \($0)" }, noSubtitles: "No subtitles",
    chapter: { "Chapter \($0)" }, failure: { englishFailure($0, of: $1) })

  static let japanese = TheatreStrings(
    opening: "開いています…", buffering: "読み込み待ち", muted: "消音", volume: { "音量\($0)%" },
    restarted: { "プレーヤーが落ちたため、\($0)から再開しました。" }, screenshot: { "画像を\($0)に保存しました。" },
    noPictureHere: "保存できる映像がありません。",
    opacity: { "コメントの不透明度 \($0)%" }, form: { "映像: \($0.map(japaneseName) ?? "画素")" },
    sound: { "音声 \($0)" }, subtitles: { "字幕 \($0)" }, noSubtitles: "字幕なし",
    chapter: { "チャプター \($0)" }, failure: { japaneseFailure($0, of: $1) })

  static let simplifiedChinese = TheatreStrings(
    opening: "正在打开…", buffering: "等待缓冲", muted: "静音", volume: { "音量 \($0)%" },
    restarted: { "播放器意外退出，已从 \($0) 继续。" }, screenshot: { "画面已保存到 \($0)。" },
    noPictureHere: "现在没有可以保存的画面。",
    opacity: { "弹幕不透明度 \($0)%" }, form: { "画面：\($0.map(simplifiedChineseName) ?? "像素")" },
    sound: { "音轨 \($0)" }, subtitles: { "字幕 \($0)" }, noSubtitles: "无字幕",
    chapter: { "章节 \($0)" }, failure: { simplifiedChineseFailure($0, of: $1) })

  private static func englishName(_ mosaic: Mosaic) -> String {
    switch mosaic {
    case .halfBlocks: "half cells"
    case .quadrants: "quarters of cells"
    case .sextants: "sixths of cells"
    }
  }

  private static func japaneseName(_ mosaic: Mosaic) -> String {
    switch mosaic {
    case .halfBlocks: "半セル"
    case .quadrants: "1/4セル"
    case .sextants: "1/6セル"
    }
  }

  private static func simplifiedChineseName(_ mosaic: Mosaic) -> String {
    switch mosaic {
    case .halfBlocks: "半格"
    case .quadrants: "四分格"
    case .sextants: "六分格"
    }
  }
}
