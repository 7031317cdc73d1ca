import Playback

/// What went wrong with a film: one table for the helper and for mpv, in the terminal and on the command line.
extension TheatreStrings {
  /// Why `film` is not played, in English.
  static func englishFailure(_ failure: PlayerFailure, of film: String) -> String {
    switch failure {
    case .playerMissing(let name):
      "Nothing here can play: \(name) is not installed."
        + (package(of: name).map { " “apt-get install \($0)” brings it." } ?? "")
    case .playerUnusable(let errno): "The player cannot be started (error \(errno))."
    case .playerLost(0): "The player ended by itself, without a word."
    case .playerLost(let signal): "The player was lost (signal \(signal)) and is not started anew."
    case .unreadable: "\(film) cannot be opened."
    case .unknownFormat: "\(film) is no film, or none of a kind that is known."
    case .nothingToPlay: "There is neither picture nor sound in \(film)."
    case .timedOut(let limit): "\(film) did not open within \(limit / 1000) s."
    case .noPictureOutput: "The player can show no picture here: its video output cannot be opened."
    case .noSoundOutput: "The player can let nothing be heard here: its audio output cannot be opened."
    case .leadsElsewhere: "\(film) names other files to be played in its place, which is not done."
    case .pictureTooLarge(let size):
      "The picture of \(film) is too large to be played: \(size.width)×\(size.height) pixels."
    case .screenshotFailed: "The picture could not be written."
    case .garbled: "What the player said was not understood."
    }
  }

  /// Why `film` is not played, in Japanese.
  static func japaneseFailure(_ failure: PlayerFailure, of film: String) -> String {
    switch failure {
    case .playerMissing(let name):
      "ここでは再生できません: \(name)がありません。"
        + (package(of: name).map { "「apt-get install \($0)」で入ります。" } ?? "")
    case .playerUnusable(let errno): "プレーヤーを起動できません（エラー\(errno)）。"
    case .playerLost(0): "プレーヤーが何も言わずに終了しました。"
    case .playerLost(let signal): "プレーヤーが落ちました（シグナル\(signal)）。再起動しません。"
    case .unreadable: "\(film)を開けません。"
    case .unknownFormat: "\(film)は動画ではないか、知らない形式です。"
    case .nothingToPlay: "\(film)には映像も音声もありません。"
    case .timedOut(let limit): "\(film)は\(limit / 1000)秒以内に開けませんでした。"
    case .noPictureOutput: "ここでは映像を表示できません: プレーヤーの映像出力を開けません。"
    case .noSoundOutput: "ここでは音声を再生できません: プレーヤーの音声出力を開けません。"
    case .leadsElsewhere: "\(film)はほかのファイルの再生を指示していますが、従いません。"
    case .pictureTooLarge(let size): "\(film)の映像は大きすぎて再生できません: \(size.width)×\(size.height)画素。"
    case .screenshotFailed: "画像を保存できませんでした。"
    case .garbled: "プレーヤーの応答を理解できませんでした。"
    }
  }

  /// Why `film` is not played, in Simplified Chinese.
  static func simplifiedChineseFailure(_ failure: PlayerFailure, of film: String) -> String {
    switch failure {
    case .playerMissing(let name):
      "这里无法播放：没有安装 \(name)。" + (package(of: name).map { "“apt-get install \($0)”可安装。" } ?? "")
    case .playerUnusable(let errno): "无法启动播放器（错误 \(errno)）。"
    case .playerLost(0): "播放器自行退出，没有说明原因。"
    case .playerLost(let signal): "播放器意外退出（信号 \(signal)），不再重启。"
    case .unreadable: "无法打开 \(film)。"
    case .unknownFormat: "\(film) 不是视频，或格式未知。"
    case .nothingToPlay: "\(film) 中既没有画面也没有声音。"
    case .timedOut(let limit): "\(film) 在 \(limit / 1000) 秒内未能打开。"
    case .noPictureOutput: "播放器无法在这里显示画面：打不开视频输出。"
    case .noSoundOutput: "播放器无法在这里播放声音：打不开音频输出。"
    case .leadsElsewhere: "\(film) 要求播放其他文件，这里不会照做。"
    case .pictureTooLarge(let size): "\(film) 的画面过大，无法播放：\(size.width)×\(size.height) 像素。"
    case .screenshotFailed: "画面无法保存。"
    case .garbled: "无法理解播放器的回应。"
    }
  }

  /// The package of Debian's that brings what is missing; nil where that is a program of the user's choice, or ours.
  private static func package(of name: String) -> String? {
    name.hasPrefix("libmpv") ? "libmpv2" : name == "mpv" ? "mpv" : nil
  }
}
