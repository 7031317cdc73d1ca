import Anime
import Picture
import Playback

extension Theatre {
  /// What a key has just changed that nobody sees by itself, in words; nil where nothing was changed, or all sees it.
  func change(by action: Action, opacity: Int, at time: Int, _ words: TheatreStrings) -> String? {
    switch action {
    case .changeOpacity: words.opacity(opacity)
    case .changeMosaic: words.form(screen.usesPixels && pixels.usableForm != nil ? nil : screen.mosaic)
    case .nextAudio, .nextSubtitles: unsent.last.flatMap { name(of: $0, words) }
    case .previousChapter, .nextChapter: chapter(at: time, words)
    default: nil
    }
  }

  private func name(of command: PlayerCommand, _ words: TheatreStrings) -> String? {
    switch command {
    case .selectAudio(.track(let number)): words.sound(name(.audio, number))
    case .selectSubtitles(.track(let number)): words.subtitles(name(.subtitles, number))
    case .selectSubtitles(.none): words.noSubtitles
    default: nil
    }
  }

  /// `2 · jpn · Commentary`: the number of a track, and what the file says of it.
  private func name(_ kind: MediaTrack.Kind, _ number: Int) -> String {
    let track = media?.tracks.first { $0.kind == kind && $0.number == number }
    return joined([String(number), track?.language ?? "", track?.title ?? ""])
  }

  /// The chapter that is played at `time`; nil where there is none.
  private func chapter(at time: Int, _ words: TheatreStrings) -> String? {
    guard let chapters = media?.chapters, let place = chapters.lastIndex(where: { $0.start <= time }) else {
      return nil
    }
    return words.chapter(joined(["\(place + 1)/\(chapters.count)", chapters[place].title]))
  }

  private func joined(_ parts: [String]) -> String {
    parts.map(Sanitiser.clean).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension Model {
  /// Says what `action` changed in the theatre on top, where that is not seen by itself.
  mutating func tellChange(by action: Action) {
    guard case .stage(let layer) = layers.last, let theatre = layer.stage.theatre else { return }
    let time = layer.stage.clock.time(at: world.now)
    let words = TheatreStrings.of(world.strings.language)
    guard let text = theatre.change(by: action, opacity: layer.stage.settings.opacity, at: time, words) else { return }
    say(text)
  }
}
