internal import Playback

/// What mpv has told so far, and what each line adds to it: properties that come one by one become what players tell.
struct MPVState {
  /// The properties that are watched, each under its place as the number that mpv wants.
  static let properties = [
    "time-pos", "pause", "paused-for-cache", "speed", "duration", "track-list", "chapter-list", "chapter", "volume",
    "mute", "osd-dimensions", "demuxer-cache-time", "seekable", "video-params", "current-vo",
  ]

  private var values: [String: MPVValue] = [:]
  /// Whether a file was opened of which nothing was told yet.
  private var isOpening = false
  /// Whether something is played.
  private var isOpen = false
  /// The size of the picture as it was told last.
  private var toldPicture: PixelSize?

  /// What `line` means, which came at `moment` of the monotonic clock; nothing where it is a reply.
  mutating func take(_ line: MPVValue, at moment: Int) -> [MPVEvent] {
    switch line["event"].text {
    case "property-change":
      guard let name = line["name"].text else { return [] }
      values[name] = line["data"]
      return changed(name, at: moment)
    case "file-loaded":
      isOpening = true
      return []
    case "playback-restart": return begin(at: moment)
    case "end-file": return end(line)
    case "client-message":
      let words = line["args"].elements.compactMap(\.text)
      return words.count == 2 && words[0] == "yozakura" ? [.word(words[1])] : []
    case "shutdown": return [.closed]
    default: return []
    }
  }

  /// The description waits for the first picture, before which mpv knows no size.
  private mutating func begin(at moment: Int) -> [MPVEvent] {
    let isFirst = isOpening
    (isOpening, isOpen) = (false, true)
    return (isFirst ? describe() : []) + place(at: moment)
  }

  private mutating func describe() -> [MPVEvent] {
    let description = description
    toldPicture = description.picture
    return [.player(.loaded(description))]
  }

  private mutating func end(_ line: MPVValue) -> [MPVEvent] {
    (isOpening, isOpen) = (false, false)
    switch line["reason"].text {
    case "eof": return [.player(.ended)]
    case "error": return [.player(.failed(failure(line["file_error"].text ?? "")))]
    case "redirect": return [.player(.failed(.leadsElsewhere))]
    default: return []
    }
  }

  /// By the sentences of mpv_error_string() in libmpv's client.c.
  private func failure(_ sentence: String) -> PlayerFailure {
    switch sentence {
    case "unrecognized file format": .unknownFormat
    case "no audio or video data played": hasOutput ? .nothingToPlay : .noPictureOutput
    case "video output initialization failed": .noPictureOutput
    // What it says where it has to have a window and can open none.
    case "something happened": hasOutput ? .unreadable : .noPictureOutput
    case "audio output initialization failed": .noSoundOutput
    default: .unreadable
    }
  }

  /// Whether a picture could be shown. Where mpv can open no window it gives up its video output, and says of a film
  /// then that there is nothing in it.
  private var hasOutput: Bool { !(values["current-vo"]?.text ?? "").isEmpty }

  private mutating func changed(_ name: String, at moment: Int) -> [MPVEvent] {
    switch name {
    case "time-pos", "pause", "paused-for-cache", "speed": return place(at: moment)
    case "osd-dimensions":
      let size = values[name] ?? .none
      return [.surface(PixelSize(width: size["w"].integer ?? 0, height: size["h"].integer ?? 0))]
    case "volume", "mute":
      return [.player(.volume(values["volume"]?.integer ?? 100, isMuted: values["mute"]?.flag ?? false))]
    case "track-list": return isOpen ? [.player(.tracks(tracks))] : []
    // The size comes by a way of its own, now and then after the first picture.
    case "video-params": return isOpen && picture != nil && picture != toldPicture ? describe() : []
    case "chapter": return isOpen ? [.player(.chapter(chapter))] : []
    case "demuxer-cache-time": return values[name]?.milliseconds.map { [.player(.buffered(until: $0))] } ?? []
    default: return []
    }
  }

  private func place(at moment: Int) -> [MPVEvent] {
    guard isOpen, let time = values["time-pos"]?.milliseconds else { return [] }
    let position = PlaybackPosition(
      time: time, moment: moment, isPaused: values["pause"]?.flag ?? false,
      isStalled: values["paused-for-cache"]?.flag ?? false,
      rate: values["speed"]?.number.map { max(1, min(Int(($0 * 100).rounded()), 10_000)) } ?? 100)
    return [.player(.position(position))]
  }

  private var chapter: Int? { values["chapter"]?.integer.flatMap { $0 < 0 ? nil : $0 } }

  private var picture: PixelSize? {
    let picture = values["video-params"] ?? .none
    return picture["dw"].integer.flatMap { width in
      picture["dh"].integer.map { PixelSize(width: width, height: $0) }
    }
  }

  private var description: MediaDescription {
    let chapters = (values["chapter-list"]?.elements ?? []).compactMap { chapter in
      chapter["time"].milliseconds.map { MediaChapter(start: $0, title: chapter["title"].text ?? "") }
    }
    return MediaDescription(
      duration: values["duration"]?.milliseconds, picture: picture, tracks: tracks, chapters: chapters,
      isSeekable: values["seekable"]?.flag ?? true)
  }

  private var tracks: [MediaTrack] {
    (values["track-list"]?.elements ?? []).compactMap { track in
      let kinds = ["video": MediaTrack.Kind.video, "audio": .audio, "sub": .subtitles]
      guard let kind = track["type"].text.flatMap({ kinds[$0] }), let number = track["id"].integer else { return nil }
      return MediaTrack(
        kind: kind, number: number, title: track["title"].text ?? "", language: track["lang"].text ?? "",
        isSelected: track["selected"].flag ?? false)
    }
  }
}
