public import Playback

/// The phrases of the theatre in one language.
public struct TheatreStrings: Sendable {
  let opening: String
  let buffering: String
  let muted: String
  let volume: @Sendable (_ percent: Int) -> String
  let restarted: @Sendable (_ time: String) -> String
  let screenshot: @Sendable (_ path: String) -> String
  /// Why something is not played.
  public let failure: @Sendable (PlayerFailure) -> String

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
    failure: {
      switch $0 {
      case .playerMissing(let name): "Films cannot be played here: \(name) is missing."
      case .playerUnusable(let errno): "The player cannot be started (error \(errno))."
      case .playerLost(let signal): "The player was lost again and again (signal \(signal)); it is not started anew."
      case .unreadable: "This cannot be opened."
      case .unknownFormat: "This is no film, or none of a kind that is known."
      case .nothingToPlay: "There is neither picture nor sound in this."
      case .timedOut(let limit): "This did not open within \(limit / 1000) s."
      case .leadsElsewhere: "This names other files to be played in its place, which is not done."
      case .pictureTooLarge(let size): "A picture of \(size.width)×\(size.height) pixels is too large to be played."
      case .screenshotFailed: "The picture could not be written."
      case .garbled: "What the player said was not understood."
      }
    })

  static let japanese = TheatreStrings(
    opening: "開いています…", buffering: "読み込み待ち", muted: "消音", volume: { "音量\($0)%" },
    restarted: { "プレーヤーが落ちたため、\($0)から再開しました。" }, screenshot: { "画像を\($0)に保存しました。" },
    failure: {
      switch $0 {
      case .playerMissing(let name): "ここでは動画を再生できません: \(name)がありません。"
      case .playerUnusable(let errno): "プレーヤーを起動できません(エラー\(errno))。"
      case .playerLost(let signal): "プレーヤーが何度も落ちました(シグナル\(signal))。再起動しません。"
      case .unreadable: "開けません。"
      case .unknownFormat: "動画ではないか、知らない形式です。"
      case .nothingToPlay: "映像も音声もありません。"
      case .timedOut(let limit): "\(limit / 1000)秒以内に開けませんでした。"
      case .leadsElsewhere: "ほかのファイルの再生を指示していますが、従いません。"
      case .pictureTooLarge(let size): "\(size.width)×\(size.height)画素の映像は大きすぎて再生できません。"
      case .screenshotFailed: "画像を保存できませんでした。"
      case .garbled: "プレーヤーの応答を理解できませんでした。"
      }
    })

  static let simplifiedChinese = TheatreStrings(
    opening: "正在打开…", buffering: "等待缓冲", muted: "静音", volume: { "音量 \($0)%" },
    restarted: { "播放器意外退出,已从 \($0) 继续。" }, screenshot: { "画面已保存到 \($0)。" },
    failure: {
      switch $0 {
      case .playerMissing(let name): "这里无法播放视频:缺少 \(name)。"
      case .playerUnusable(let errno): "无法启动播放器(错误 \(errno))。"
      case .playerLost(let signal): "播放器一再意外退出(信号 \(signal)),不再重启。"
      case .unreadable: "无法打开。"
      case .unknownFormat: "这不是视频,或格式未知。"
      case .nothingToPlay: "其中既没有画面也没有声音。"
      case .timedOut(let limit): "\(limit / 1000) 秒内未能打开。"
      case .leadsElsewhere: "它要求播放其他文件,这里不会照做。"
      case .pictureTooLarge(let size): "画面为 \(size.width)×\(size.height) 像素,过大,无法播放。"
      case .screenshotFailed: "画面无法保存。"
      case .garbled: "无法理解播放器的回应。"
      }
    })
}
