public import Playback

/// The phrases of the theatre in one language.
public struct TheatreStrings: Sendable {
  let opening: String
  let buffering: String
  let muted: String
  let volume: @Sendable (_ percent: Int) -> String
  let restarted: @Sendable (_ time: String) -> String
  let screenshot: @Sendable (_ path: String) -> String
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
    failure: { englishFailure($0, of: $1) })

  static let japanese = TheatreStrings(
    opening: "開いています…", buffering: "読み込み待ち", muted: "消音", volume: { "音量\($0)%" },
    restarted: { "プレーヤーが落ちたため、\($0)から再開しました。" }, screenshot: { "画像を\($0)に保存しました。" },
    failure: { japaneseFailure($0, of: $1) })

  static let simplifiedChinese = TheatreStrings(
    opening: "正在打开…", buffering: "等待缓冲", muted: "静音", volume: { "音量 \($0)%" },
    restarted: { "播放器意外退出，已从 \($0) 继续。" }, screenshot: { "画面已保存到 \($0)。" },
    failure: { simplifiedChineseFailure($0, of: $1) })
}
