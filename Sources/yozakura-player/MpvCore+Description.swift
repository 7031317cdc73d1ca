internal import Playback

extension MpvCore {
  /// More tracks or chapters than anybody looks at are left out.
  private static let limit = 200

  /// What the open media are; the size of the picture is the file's own where nil is said.
  func description(picture: PixelSize?) -> MediaDescription {
    MediaDescription(
      duration: number("duration").map { Int($0 * 1000) }, picture: picture ?? filePicture, tracks: tracks,
      chapters: chapters, isSeekable: flag("seekable"))
  }

  /// The tracks.
  var tracks: [MediaTrack] {
    (0..<min(Self.limit, integer("track-list/count") ?? 0)).compactMap { index in
      let name = "track-list/\(index)/"
      guard let kind = Self.kind(text(name + "type")), let number = integer(name + "id") else { return nil }
      return MediaTrack(
        kind: kind, number: number, title: text(name + "title") ?? "", language: text(name + "lang") ?? "",
        isSelected: flag(name + "selected"))
    }
  }

  private static func kind(_ word: String?) -> MediaTrack.Kind? {
    switch word {
    case "video": .video
    case "audio": .audio
    case "sub": .subtitles
    default: nil
    }
  }

  private var chapters: [MediaChapter] {
    (0..<min(Self.limit, integer("chapter-list/count") ?? 0)).compactMap { index in
      guard let start = number("chapter-list/\(index)/time") else { return nil }
      return MediaChapter(start: Int(start * 1000), title: text("chapter-list/\(index)/title") ?? "")
    }
  }

  /// The size that the file says its picture has; nil where there is none but that of a cover.
  private var filePicture: PixelSize? {
    for index in 0..<min(Self.limit, integer("track-list/count") ?? 0) {
      let name = "track-list/\(index)/"
      guard text(name + "type") == "video", !flag(name + "albumart"), let width = integer(name + "demux-w"),
        let height = integer(name + "demux-h")
      else { continue }
      return PixelSize(width: width, height: height)
    }
    return nil
  }
}
