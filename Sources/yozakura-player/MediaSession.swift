internal import CMpv
internal import Playback
internal import Player

/// What is played: does what the program asks of mpv, and tells what mpv says of it.
struct MediaSession {
  let core: MpvCore
  let channel: EventChannel
  let frames: FrameSource
  private var request: MediaRequest?
  /// Why what was asked for is stopped: told in place of what mpv says about it.
  private var fault: PlayerFailure?
  /// By when it must be open, on the monotonic clock; nil while nothing is opened.
  private var deadline: Int?
  private var isLoaded = false
  private var picture: PixelSize?
  /// Where the picture was last, and when.
  private var pictureTime = (time: 0, moment: 0)

  /// How long media may take to open, in milliseconds.
  static let patience = 20_000

  init(_ core: MpvCore, _ channel: EventChannel, _ frames: FrameSource) {
    self.core = core
    self.channel = channel
    self.frames = frames
    for property in ObservedProperty.allCases { core.observe(property) }
    _ = core.mpv.addHook(core.handle, 0, "on_load", 0)
  }

  /// Stops what does not open, and tells where the rest is; asking mpv shows that it is not stuck.
  mutating func tick() {
    if let deadline, MonotonicClock.now > deadline { stop(.timedOut(after: Self.patience)) }
    if isLoaded { tellPosition() } else { _ = core.flag("idle-active") }
    channel.send(.alive)
  }
}

// MARK: Commands

extension MediaSession {
  /// Does what `command` asks for.
  mutating func perform(_ command: PlayerCommand) {
    switch command {
    case .load(let request): load(request)
    case .pause: core.set("pause", true)
    case .resume: core.set("pause", false)
    case .seek(let time): core.run("seek", Self.seconds(time), "absolute+exact")
    case .seekBy(let distance): core.run("seek", Self.seconds(distance), "relative+exact")
    case .setRate(let percent): core.set("speed", Self.seconds(percent * 10))
    case .setVolume(let percent): core.set("volume", "\(percent)")
    case .setMuted(let isMuted): core.set("mute", isMuted)
    case .selectAudio(let choice): core.set("aid", Self.word(choice))
    case .selectSubtitles(let choice): selectSubtitles(choice)
    case .selectChapter(let index): core.set("chapter", "\(index)")
    case .takeScreenshot(let path, let overlay): takeScreenshot(path, overlay)
    case .resize(let size): resize(to: size)
    case .quit: break
    }
  }

  private mutating func load(_ request: MediaRequest) {
    (self.request, fault, isLoaded, picture) = (request, nil, false, nil)
    if case .file(let path) = request.source, let fault = LocalMedia.fault(at: path) {
      core.run("stop")
      self.request = nil
      return channel.send(.failed(fault))
    }
    // A stream may wait for ever for a moment that it cannot go to, were it its first.
    core.set("start", request.start > 0 ? Self.seconds(request.start) : "none")
    core.set("pause", request.isPaused)
    core.set("speed", Self.seconds(request.rate * 10))
    core.set("volume", "\(request.volume)")
    core.set("mute", request.isMuted)
    core.set("aid", Self.word(request.audio))
    core.set("sid", Self.word(request.subtitles))
    core.set("demuxer-lavf-o", "protocol_whitelist=[\(request.source.protocols)]")
    deadline = MonotonicClock.now + Self.patience
    core.run("loadfile", request.source.name, "replace")
  }

  private func selectSubtitles(_ choice: TrackChoice) {
    core.set("sid", Self.word(choice))
    // While it stands nothing of another track is read, until somebody goes somewhere.
    if core.flag("pause") { core.run("seek", Self.seconds(0), "relative+exact") }
  }

  private func resize(to size: PixelSize) {
    guard FrameExchange.holds(size) else {
      // Nobody looks: nothing is decoded either.
      core.set("vid", "no")
      return frames.resize(to: nil)
    }
    frames.resize(to: size)
    if core.text("vid") == "no" { core.set("vid", "auto") }
  }

  private func takeScreenshot(_ path: String, _ overlay: PictureOverlay?) {
    let isWritten = capture(overlay).map { PNGFile($0).write(to: path) } ?? false
    channel.send(isWritten ? .screenshot(path: path) : .failed(.screenshotFailed))
  }

  /// The picture at its own resolution, with the subtitles and the overlay that mpv draws over it meanwhile.
  private func capture(_ overlay: PictureOverlay?) -> CapturedPicture? {
    guard isLoaded, let picture, core.text("vid") != "no" else { return nil }
    return frames.capture(picture) {
      core.set("sub-visibility", true)
      core.show(overlay)
    } restore: {
      core.show(nil)
      core.set("sub-visibility", false)
    }
  }

  private mutating func stop(_ fault: PlayerFailure) {
    self.fault = fault
    deadline = nil
    core.run("stop")
  }

  /// A whole number of thousandths as mpv reads it.
  private static func seconds(_ thousandths: Int) -> String {
    let digits = String(thousandths.magnitude % 1000)
    let sign = thousandths < 0 ? "-" : ""
    return "\(sign)\(thousandths.magnitude / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func word(_ choice: TrackChoice) -> String {
    switch choice {
    case .automatic: "auto"
    case .none: "no"
    case .track(let number): "\(number)"
    }
  }
}

extension MediaSource {
  /// How mpv is told.
  fileprivate var name: String {
    switch self {
    case .file(let path): path
    case .address(let address): address
    }
  }

  /// By which of FFmpeg's protocols it may read what it names: a file of nobody's, a stream of streams alone.
  fileprivate var protocols: String {
    switch self {
    case .file: "data"
    case .address: "http,https,httpproxy,tls,tcp,crypto,data"
    }
  }
}

// MARK: Events

extension MediaSession {
  /// Takes in all that mpv has to say.
  mutating func takeEvents() {
    while true {
      let event = core.mpv.waitEvent(core.handle, 0).pointee
      switch Int(event.event_id) {
      case MPV_EVENT_NONE: return
      case MPV_EVENT_FILE_LOADED: open()
      case MPV_EVENT_PLAYBACK_RESTART:
        tellPosition()
        take(.subtitles)
      case MPV_EVENT_PROPERTY_CHANGE: ObservedProperty(rawValue: event.reply_userdata).map { take($0) }
      case MPV_EVENT_HOOK:
        guard let hook = event.data?.assumingMemoryBound(to: mpv_event_hook.self) else { break }
        watch(hook.pointee.id)
      case MPV_EVENT_END_FILE:
        guard let end = event.data?.assumingMemoryBound(to: mpv_event_end_file.self) else { break }
        close(end.pointee)
      default: break
      }
    }
  }

  /// Lets nothing be opened but what was asked for.
  private mutating func watch(_ hook: UInt64) {
    if core.text("stream-open-filename") != request?.source.name {
      core.set("stream-open-filename", "")
      stop(.leadsElsewhere)
    }
    _ = core.mpv.continueHook(core.handle, hook)
  }

  private mutating func open() {
    deadline = nil
    let media = core.description(picture: nil)
    if let size = media.picture, !Self.isPlayable(size) { return stop(.pictureTooLarge(size)) }
    (isLoaded, picture) = (true, media.picture)
    channel.send(.loaded(media))
    channel.send(.volume(Int(core.number("volume") ?? 100), isMuted: core.flag("mute")))
  }

  private mutating func close(_ end: mpv_event_end_file) {
    deadline = nil
    isLoaded = false
    defer { fault = nil }
    if let fault { return channel.send(.failed(fault)) }
    switch Int(end.reason) {
    case MPV_END_FILE_REASON_EOF: channel.send(.ended)
    case MPV_END_FILE_REASON_ERROR: channel.send(.failed(Self.failure(of: Int(end.error))))
    case MPV_END_FILE_REASON_REDIRECT: stop(.leadsElsewhere)
    default: break
    }
  }

  private static func failure(of error: Int) -> PlayerFailure {
    switch error {
    case MPV_ERROR_UNKNOWN_FORMAT: .unknownFormat
    case MPV_ERROR_NOTHING_TO_PLAY: .nothingToPlay
    default: .unreadable
    }
  }

  /// Whether a decoder may be let loose on pictures of this size: those of 16K television and smaller.
  private static func isPlayable(_ size: PixelSize) -> Bool {
    size.width <= 16_384 && size.height <= 16_384 && size.width * size.height <= 1 << 27
  }

  private mutating func take(_ property: ObservedProperty) {
    guard isLoaded else { return }
    switch property {
    case .time: noteTime()
    case .pause, .stalled, .speed: tellPosition()
    case .volume, .mute: channel.send(.volume(Int(core.number("volume") ?? 100), isMuted: core.flag("mute")))
    case .chapter: channel.send(.chapter(core.integer("chapter").flatMap { $0 < 0 ? nil : $0 }))
    case .cache: core.number("demuxer-cache-time").map { channel.send(.buffered(until: Int($0 * 1000))) }
    case .end: if core.flag("eof-reached") { channel.send(.ended) }
    case .subtitles: channel.send(.subtitles(core.text("sub-text") ?? ""))
    case .audioTrack, .subtitleTrack: channel.send(.tracks(core.tracks))
    case .pictureWidth, .pictureHeight: tellPicture()
    }
  }

  /// Describes the media anew where the picture is of another shape than the file had said.
  private mutating func tellPicture() {
    guard let width = core.integer("video-params/dw"), let height = core.integer("video-params/dh"),
      case let size = PixelSize(width: width, height: height), size != picture
    else { return }
    picture = size
    channel.send(.loaded(core.description(picture: size)))
  }
}

// MARK: Positions

extension MediaSession {
  private mutating func noteTime() {
    guard let time = core.number("time-pos") else { return }
    pictureTime = (Int(time * 1000), MonotonicClock.now)
    frames.note(pictureTime.time)
  }

  /// Tells where the sound is, else where the picture was when it was shown.
  ///
  /// The sound's time goes on evenly; the picture's jumps from one picture to the next, and is right only when it does.
  private mutating func tellPosition() {
    let isPaused = core.flag("pause")
    var (time, moment) = pictureTime
    if isPaused || moment == 0 {
      guard let still = core.number("time-pos") else { return }
      (time, moment) = (Int(still * 1000), MonotonicClock.now)
    } else if let heard = core.number("audio-pts") {
      (time, moment) = (Int(heard * 1000), MonotonicClock.now)
    }
    channel.send(
      .position(
        PlaybackPosition(
          time: time, moment: moment, isPaused: isPaused,
          isStalled: core.flag("paused-for-cache") || core.flag("eof-reached"),
          rate: Int(((core.number("speed") ?? 1) * 100).rounded()))))
  }
}
