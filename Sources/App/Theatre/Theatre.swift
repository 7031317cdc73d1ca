import Anime
import Picture
import Playback
import TUI

/// A film behind the comments of a stage: what its player told last, and what it is still to be asked.
///
/// The stage's clock follows the film's sound; whoever moves the clock by a key moves the film. Nothing waits for the
/// player: a key shows at once, and what the player tells of the time before it was asked is passed over.
struct Theatre: Sendable {
  /// The film, and how it began.
  let request: MediaRequest
  /// What was told of the film when it was open; nil until then.
  private(set) var media: MediaDescription?
  /// The newest picture.
  private(set) var frame: PixelFrame?
  /// The same for a terminal that shows pixels.
  private(set) var picture: PixelPicture?
  /// Where it stands; nil before the first `fit(in:pixels:)`.
  private(set) var fit: PictureFit?
  /// What the terminal has pixels for.
  private(set) var pixels = TerminalPixels()
  /// Makes pictures in pixels; nil where they become cells.
  private var encoder: PixelEncoder?
  /// How loud it is, in percent.
  private(set) var volume: Int
  /// Whether nothing is heard.
  private(set) var isMuted: Bool
  /// The subtitles of this moment; empty while nobody speaks.
  private(set) var subtitles = ""
  /// Up to which moment of the film it is read ahead; nil where that is not told.
  private(set) var buffered: Int?
  /// Whether it stands because what comes next is not there yet.
  private(set) var isStalled = false
  /// Why it is not played; nil while nothing is wrong.
  private(set) var failure: PlayerFailure?
  /// How its picture is shown.
  private(set) var screen: Screening
  /// How many colours the stage has.
  let depth: ColorDepth
  /// What the player is to be asked and was not asked yet.
  private(set) var unsent: [PlayerCommand] = []
  /// What is wanted of its picture and was not handed over yet.
  var screenshotWish: ScreenshotWish?
  /// Whether the film has ended, wherever that was.
  private var isOver = false
  /// Where it broke off, long before its end, in milliseconds; nil where it did not.
  private(set) var brokenOff: Int?
  /// What happened and can be taken back, the last at the end.
  var steps: [TheatreStep] = []
  /// Positions of earlier moments are those of before the last command.
  private var settled: Instant?
  /// When the newest picture came.
  private var shown: Instant?

  /// How long a player may take to do what it is asked, before its positions count again.
  private static let settling = Instant.Span(milliseconds: 300)
  /// Positions that are as near as this to what was asked for, in milliseconds, tell that it was done.
  private static let near = 700

  init(_ content: TheatreContent, depth: ColorDepth) {
    request = content.request
    screen = content.screen
    volume = content.request.volume
    isMuted = content.request.isMuted
    self.depth = depth
  }

  /// Whether the film is not open yet.
  var isOpening: Bool { media == nil && failure == nil }

  /// Takes what the player is to be asked.
  mutating func takeCommands() -> [PlayerCommand] {
    defer { unsent = [] }
    return unsent
  }

  /// Takes what is wanted of its picture.
  mutating func takeScreenshotWish() -> ScreenshotWish? {
    defer { screenshotWish = nil }
    return screenshotWish
  }

  /// Whether pictures come so often that they alone say when to draw: comments then move with them.
  func isPaced(at now: Instant) -> Bool {
    guard screen.showsPicture, let shown else { return false }
    return now < shown + Instant.Span(milliseconds: 200)
  }
}

// MARK: What the player tells

extension Theatre {
  /// Takes in a picture.
  mutating func take(_ frame: PixelFrame, now: Instant) {
    self.frame = frame
    shown = now
    // A picture of another size was asked for before the terminal had another one.
    guard let fit, encoder?.form != .sixel || frame.size == fit.pixels else { return picture = nil }
    picture = encoder?.picture(frame, in: fit.area)
  }

  /// Takes in what the player tells, and lets `clock` follow.
  mutating func take(_ event: PlayerEvent, clock: inout StageClock, now: Instant) {
    switch event {
    case .loaded(let media):
      self.media = media
      (failure, isOver, brokenOff) = (nil, false, nil)
    case .position(let position): follow(position, clock: &clock, now: now)
    case .buffered(let time): buffered = time
    case .volume(let percent, let isMuted): (volume, self.isMuted) = (percent, isMuted)
    case .tracks(let tracks): media?.tracks = tracks
    case .subtitles(let text): subtitles = text
    case .ended:
      let time = clock.time(at: now)
      (isOver, isStalled) = (true, false)
      brokenOff = media.map { $0.isEnd(time) } ?? true ? nil : time
      clock.stop(at: brokenOff ?? clock.duration)
    case .restarted(_, let time):
      clock.stop(at: time)
      settled = nil
    case .failed(.screenshotFailed): break
    case .failed(let failure):
      self.failure = failure
      clock.pause(at: now)
    case .ready, .chapter, .picture, .screenshot, .alive: break
    }
  }

  private mutating func follow(_ position: PlaybackPosition, clock: inout StageClock, now: Instant) {
    let moment = Instant(milliseconds: Int64(position.moment))
    if let settled, moment < settled, abs(position.time - clock.time(at: moment)) > Self.near { return }
    settled = nil
    if isOver, position.isMoving { (isOver, brokenOff) = (false, nil) }
    isStalled = position.isStalled && !position.isPaused && !isOver
    if media?.duration == nil { clock.duration = max(clock.duration, position.time + 1000) }
    clock.follow(position.time, at: moment, isMoving: position.isMoving, speed: position.rate)
  }
}

// MARK: What the player is asked

extension Theatre {
  /// Asks the player for what somebody did to the clock.
  mutating func lead(from old: StageClock, to new: StageClock, at now: Instant) {
    guard old != new else { return }
    let before = unsent.count
    if old.speed != new.speed { unsent.append(.setRate(new.speed)) }
    if old.time(at: now) != new.time(at: now) { unsent.append(.seek(to: new.time(at: now))) }
    if old.isPlaying(at: now) != new.isPlaying(at: now) {
      unsent.append(new.isPlaying(at: now) ? .resume : .pause)
    }
    if unsent.count > before { settled = now + Self.settling }
  }

  /// Does what only a film knows; false for everything else.
  mutating func update(_ action: StageAction) -> Bool {
    switch action {
    case .volume(let step): setVolume(volume + step)
    case .toggleMute:
      isMuted.toggle()
      unsent.append(.setMuted(isMuted))
    case .nextTrack(let kind): return selectNext(kind)
    case .changeMosaic: screen = screen.next(hasPixels: pixels.usableForm != nil)
    case .togglePicture:
      screen.showsPicture.toggle()
      if !screen.showsPicture { (frame, picture) = (nil, nil) }
    default: return false
    }
    return true
  }

  private mutating func setVolume(_ percent: Int) {
    volume = max(0, min(percent, 130))
    unsent.append(.setVolume(volume))
  }

  /// Goes from track to track; subtitles have a place without any.
  private mutating func selectNext(_ kind: MediaTrack.Kind) -> Bool {
    let tracks = (media?.tracks ?? []).filter { $0.kind == kind }
    guard let last = tracks.indices.last else { return false }
    let selected = tracks.firstIndex { $0.isSelected }
    let next = selected.map { $0 + 1 } ?? 0
    let choice: TrackChoice =
      next <= last ? .track(tracks[next].number) : kind == .subtitles ? .none : .track(tracks[0].number)
    unsent.append(kind == .audio ? .selectAudio(choice) : .selectSubtitles(choice))
    return true
  }
}

// MARK: The picture

extension Theatre {
  /// The shape of a picture that nobody told anything of yet.
  private static let usualPicture = PixelSize(width: 16, height: 9)

  /// Most pixels of a picture that a terminal makes larger by itself: sixteen times as many as cells would show, and
  /// what a terminal can read 24 times a second.
  private static let pixelLimit = 480 * 270

  /// Puts the picture where it fits on `stage`, and asks for as many pixels as that takes on a terminal with `pixels`.
  mutating func fit(in stage: Rect, pixels: TerminalPixels) {
    self.pixels = pixels
    let form = screen.usesPixels ? pixels.usableForm : nil
    if form != encoder?.form {
      encoder = form.map(PixelEncoder.init)
      picture = nil
    }
    let hasPicture = screen.showsPicture && media.map(\.hasVideo) ?? true && !stage.isEmpty
    let new = hasPicture ? fit(of: media?.picture ?? Self.usualPicture, in: stage, form) : nil
    let wanted = new?.pixels ?? PixelSize(width: 0, height: 0)
    if fit == nil && new != nil || new?.pixels != fit?.pixels { unsent.append(.resize(wanted)) }
    fit = new
  }

  private func fit(of picture: PixelSize, in stage: Rect, _ form: PixelForm?) -> PictureFit {
    let cell = pixels.cell ?? PictureFit.usualCell
    return switch form {
    case nil: PictureFit(picture, in: stage, cell: cell, mosaic: screen.mosaic)
    case .sixel: Self.sixelFit(picture, in: stage, cell: cell)
    case .kitty:
      PictureFit(picture, in: stage, cell: cell, grid: pixels.cell ?? Self.usualCellPixels)
        .limited(to: min(Self.pixelLimit, picture.width * picture.height))
    }
  }

  /// Most pixels of a picture in sixels, which cannot be made larger: what can be handed over, and written in time.
  private static let sixelLimit = 1_000_000

  /// The largest place in which a picture has no more pixels than that, in the middle of the stage.
  private static func sixelFit(_ picture: PixelSize, in stage: Rect, cell: PixelSize) -> PictureFit {
    var stage = stage
    var fit = PictureFit(picture, in: stage, cell: cell, grid: cell)
    while fit.pixels.width * fit.pixels.height > sixelLimit, fit.area.rows > 1 {
      stage = fit.area.inset(horizontal: 0, vertical: 1)
      fit = PictureFit(picture, in: stage, cell: cell, grid: cell)
    }
    return fit
  }

  /// As many pixels as a cell has at least.
  private static let usualCellPixels = PixelSize(width: 8, height: 16)

  /// The picture in pixels, where it stands as it should.
  var placedPicture: PixelPicture? { picture?.area == fit?.area ? picture : nil }

  /// What paints the picture; `opacity` is that of the comments, in percent.
  func painter(opacity: Int) -> PicturePainter {
    PicturePainter(mosaic: screen.mosaic, depth: depth, transparency: 100 - opacity)
  }
}
