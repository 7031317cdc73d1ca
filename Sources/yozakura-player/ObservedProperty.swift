/// The properties of mpv whose changes are told to the program.
enum ObservedProperty: UInt64, CaseIterable {
  case time = 1
  case pause, stalled, speed, volume, mute, chapter, cache, end, subtitles, audioTrack, subtitleTrack, pictureWidth,
    pictureHeight

  /// What mpv calls it.
  var name: String {
    switch self {
    case .time: "time-pos"
    case .pause: "pause"
    case .stalled: "paused-for-cache"
    case .speed: "speed"
    case .volume: "volume"
    case .mute: "mute"
    case .chapter: "chapter"
    case .cache: "demuxer-cache-time"
    case .end: "eof-reached"
    case .subtitles: "sub-text"
    case .audioTrack: "aid"
    case .subtitleTrack: "sid"
    case .pictureWidth: "video-params/dw"
    case .pictureHeight: "video-params/dh"
    }
  }
}
