internal import Anime
internal import App
internal import Danmaku
internal import Library
internal import MPV
internal import Playback
internal import Player

/// One window of mpv's from its opening to its end: the episodes that are watched in it, one after the other.
///
/// It belongs to the thread that runs it. Whoever wants something of it meanwhile says so through `WindowOrders`.
final class WindowViewing {
  private let kit: PlayKit
  private let window: MPVWindow
  private let supply: DanmakuSupply
  private let screenshots: WindowScreenshots
  private let canMoveOn: Bool
  private var painter: OverlayPainter
  private var session: PlaybackSession
  private(set) var outcome: Outcome
  /// What comes after what is played; nil where nothing does.
  private var next: PlayTarget?
  private var position: PlaybackPosition?
  private var surface = PixelSize(width: 0, height: 0)
  /// The film's own picture and its tracks; nil and none before it is open.
  private var picture: PixelSize?
  private var tracks: [MediaTrack] = []
  private var marked: [PlayTarget: Edited] = [:]
  /// Where a part began that was skipped.
  private var skippedFrom: Int?
  /// The part that the user marks.
  private var partMark = PartMark()
  private var drawn = 0
  private var said: String?
  /// What began and was not told yet: what plays, and which comments fly.
  private var begun: [String] = []
  private var shown: NowPlaying?
  private var isOver = false

  /// So many milliseconds lie between two pictures of flying comments.
  private static let tick = 33

  /// Opens a window for `target`, from `start` on. `canMoveOn` tells whether other episodes follow in it.
  init(
    _ kit: PlayKit, _ target: PlayTarget, start: Int? = nil, danmaku: DanmakuSupply.Wish = .fitting,
    rules: String? = nil, canMoveOn: Bool = true
  ) throws(PlayerFailure) {
    self.kit = kit
    self.canMoveOn = canMoveOn
    if let path = target.path, let failure = LocalMedia.fault(at: path) { throw failure }
    window = try MPVWindow(
      kit.configuration.playerCommand.arguments([:]), keys: PlayKit.keys, clock: { MonotonicClock.now })
    supply = DanmakuSupply(kit, danmaku)
    screenshots = WindowScreenshots(ScreenshotFolder(kit.configuration))
    painter = OverlayPainter(kit.configuration, rules: kit.ruleSet(rules))
    session = PlaybackSession(rules: PlaybackRules(), hasNext: false)
    outcome = Outcome(target: target)
    open(target, start: start)
  }

  private var target: PlayTarget { outcome.target }
  private var words: PlayStrings { kit.words }

  /// Goes on until the window is closed, its media end without others after them, or `orders` say so.
  func run(_ orders: WindowOrders) {
    while !isOver {
      for event in window.events(within: pause, wake: orders.descriptor) { take(event) }
      for order in orders.take() { perform(order) }
      pass()
      tell(orders)
    }
    perform(session.leave())
    window.close()
  }

  /// Tells what began, and what plays once a second and whenever it stops or goes on.
  private func tell(_ orders: WindowOrders) {
    begun.forEach(orders.say)
    begun = []
    var playing = nowPlaying
    playing.time = playing.time / 1000 * 1000
    guard playing != shown else { return }
    shown = playing
    orders.show(playing)
  }

  private var nowPlaying: NowPlaying {
    NowPlaying(
      title: target.title, time: position?.time(at: MonotonicClock.now) ?? 0, duration: session.duration,
      isPaused: position.map { !$0.isMoving } ?? true)
  }

  /// Milliseconds until something has to be done: the next picture of flying comments, or a look around.
  private var pause: Int {
    guard position?.isMoving ?? false, surface.width > 0 else { return 200 }
    return max(0, drawn + Self.tick - MonotonicClock.now)
  }
}

// MARK: What is played

extension WindowViewing {
  private func open(_ target: PlayTarget, start: Int? = nil) {
    let resumed = start ?? kit.log.resumePosition(of: target)
    outcome.target = target
    (position, picture, skippedFrom, said) = (nil, nil, nil, nil)
    partMark = PartMark()
    next = canMoveOn ? other { $0.next(after: target) } : nil
    session = PlaybackSession(rules: kit.playbackRules(for: target), hasNext: next != nil)
    painter.replace(Comments())
    supply.look(for: target)
    window.send(.load(MediaRequest(target.source, start: resumed ?? 0)))
    window.setTitle(target.title)
    begun.append(target.title)
    guard let resumed, start == nil else { return }
    let place = words.resumed(MediaTime.text(resumed))
    window.say(place)
    begun.append(place)
  }

  private var previous: PlayTarget? { other { $0.previous(before: target) } }

  private func other(_ choose: (LocalIndex) -> LocalEpisode?) -> PlayTarget? {
    kit.index.read().flatMap(choose).map { PlayTarget($0, title: kit.title) }
  }

  /// Plays `other` in the place of what is played; where there is none that is said.
  private func move(to other: PlayTarget?) {
    guard let other, canPlay(other) else { return window.say(words.noOther) }
    perform(session.leave())
    open(other)
  }

  /// Goes on by itself; where the file has gone meanwhile, or is no film, nothing is left to wait for.
  private func playNext() {
    guard let next, canPlay(next) else {
      begun.append(words.noOther)
      isOver = true
      return
    }
    open(next)
  }

  private func canPlay(_ target: PlayTarget) -> Bool {
    target.path.map { LocalMedia.fault(at: $0) == nil } ?? true
  }
}

// MARK: What happens

extension WindowViewing {
  private func take(_ event: MPVEvent) {
    switch event {
    case .surface(let size): surface = size
    case .closed: isOver = true
    case .word(let word): obey(word)
    case .player(.failed(.screenshotFailed)): break
    case .player(.failed(let failure)):
      outcome.failure = failure
      isOver = true
    case .player(let event):
      note(event)
      perform(session.take(event, at: MonotonicClock.now))
      outcome.position = session.time
      outcome.duration = session.duration
      if session.hasEnded, next == nil { isOver = true }
    }
  }

  private func note(_ event: PlayerEvent) {
    switch event {
    case .position(let position): self.position = position
    case .loaded(let media): (picture, tracks) = (media.picture, media.tracks)
    case .tracks(let tracks): self.tracks = tracks
    default: break
    }
  }

  /// What a key in the window asks for.
  private func obey(_ word: String) {
    switch word {
    case "next": move(to: next)
    case "previous": move(to: previous)
    case "stay": perform(session.declineNext())
    case "undo": target.show == nil ? window.say(words.unknownShow) : perform(session.toggleWatched())
    case "back": if let time = skippedFrom { window.send(.seek(to: time)) }
    case "danmaku":
      painter.isShown.toggle()
      window.say(words.showsComments(painter.isShown))
    case "more": changeDensity(more: true)
    case "fewer": changeDensity(more: false)
    case "opacity":
      painter.lowerOpacity()
      window.say(kit.playerWords.opacity(painter.opacity))
    case "area":
      painter.lowerArea()
      window.say(words.area(painter.area))
    case "screenshot": takeScreenshot()
    case "earlier": moveComments(by: -500)
    case "later": moveComments(by: 500)
    case "opening": mark(.opening)
    case "ending": mark(.ending)
    default: break
    }
  }

  private func perform(_ order: WindowOrders.Order) {
    switch order {
    case .play(let other): move(to: other)
    case .close: isOver = true
    }
  }

  /// Lets time pass: comments fly on, and the countdown goes on.
  private func pass() {
    let now = MonotonicClock.now
    if let delivery = supply.take() { fly(delivery) }
    if let outcome = screenshots.take() { tell(outcome) }
    if session.hasEnded, let left = session.countdown(at: now), let next {
      tell(words.next(next.title, (left + 999) / 1000, PlayKit.key("next"), PlayKit.key("stay")))
    }
    perform(session.pass(to: now))
    draw(now)
  }

  private func draw(_ now: Int) {
    guard let position, surface.width > 0, now - drawn >= Self.tick || !position.isMoving else { return }
    drawn = now
    if let overlay = painter.change(position, at: now, on: surface) { window.show(overlay) }
  }

  private func fly(_ delivery: DanmakuSupply.Delivery) {
    painter.replace(delivery.comments)
    (outcome.comments, outcome.commentSource) = (delivery.comments.count, delivery.source)
    let text =
      delivery.comments.count == 0 ? words.noComments : words.comments(delivery.comments.count, delivery.source)
    window.say(text)
    begun.append(text)
  }

  private func takeScreenshot() {
    let now = MonotonicClock.now
    guard let position, let picture else { return tell(.failed(.screenshotFailed)) }
    let subtitles = tracks.first { $0.kind == .subtitles && $0.isSelected }.map { TrackChoice.track($0.number) }
    let request = MediaRequest(
      target.source, start: position.time(at: now), isPaused: true, isMuted: true, audio: .none,
      subtitles: subtitles ?? .none)
    screenshots.write(
      WindowScreenshots.Wish(
        title: target.title, request: request, overlay: painter.still(position, at: now, on: stage(of: picture))))
  }

  /// What comments over `picture` are laid out for: the window without what lies beside its picture, so that they are
  /// where they are seen.
  private func stage(of picture: PixelSize) -> PixelSize {
    guard surface.height > 0, picture.height > 0 else { return picture }
    let width = (picture.width * surface.height + picture.height / 2) / picture.height
    return PixelSize(width: width, height: surface.height)
  }

  private func tell(_ outcome: WindowScreenshots.Outcome) {
    switch outcome {
    case .written(let path): window.say(kit.playerWords.screenshot(path))
    case .failed(let failure): window.say(kit.playerWords.failure(failure, target.path ?? target.title))
    case .noPlace(let reason): window.say(reason)
    }
  }

  private func changeDensity(more: Bool) {
    painter.changeDensity(more: more)
    window.say(words.density(painter.density))
  }

  private func moveComments(by milliseconds: Int) {
    painter.offset += milliseconds
    let tenths = abs(painter.offset) / 100
    window.say(words.offset("\(painter.offset < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"))
  }

  /// The first press marks where a part begins, the second where it ends.
  private func mark(_ kind: SkippedSpan.Kind) {
    guard let time = position?.time(at: MonotonicClock.now) else { return }
    guard target.show != nil else { return window.say(words.unknownShow) }
    guard let span = partMark.press(kind, at: time) else {
      return window.say(words.markBegun(kind, PlayKit.key(kind == .opening ? "opening" : "ending")))
    }
    if attempt({ try kit.log.mark(span, of: target) }) != nil { window.say(words.marked(kind)) }
  }

  /// Says what stays until something else is said, once.
  private func tell(_ text: String) {
    guard text != said else { return }
    said = text
    window.say(text, for: 1500)
  }
}

// MARK: What is to be done

extension WindowViewing {
  private func perform(_ steps: [PlaybackStep]) {
    for step in steps { perform(step) }
  }

  private func perform(_ step: PlaybackStep) {
    switch step {
    case .send(let command): window.send(command)
    case .skipped(let kind, let time):
      skippedFrom = time
      window.say(words.skipped(kind, PlayKit.key("back")))
    case .watched: watch()
    case .unwatched: unwatch()
    case .offerNext(nil): if let next { window.say(words.nextWaits(next.title, PlayKit.key("next")), for: 10_000) }
    case .offerNext, .withdrawNext: said = nil
    case .brokenOff(let time):
      let text = words.brokenOff(MediaTime.text(time))
      window.say(text)
      begun.append(text)
    case .playNext: playNext()
    case .keep(let stretch):
      outcome.seconds += stretch.played / 1000
      _ = attempt { try kit.log.keep(stretch, of: target) }
    }
  }

  private func watch() {
    guard target.show != nil else { return }
    guard let written = attempt({ try kit.log.watch(target) }) else { return }
    outcome.watched.append(target)
    guard let edited = written else { return window.say(words.watchedBefore) }
    marked[target] = edited
    window.say(words.watched(PlayKit.key("undo")))
  }

  private func unwatch() {
    // Not `target` itself, which is a part of what is changed.
    outcome.watched.removeAll { [target] in $0 == target }
    guard let edited = marked.removeValue(forKey: target) else { return window.say(words.watchedBefore) }
    if attempt({ try kit.log.takeBack(edited) }) != nil { window.say(words.unwatched) }
  }

  /// What `write` returns; nil where nothing could be written, which is said. A disk that is full ends no film.
  private func attempt<Result>(_ write: () throws -> Result) -> Result? {
    do {
      return try write()
    } catch {
      let text = words.notWritten(Failure(error).message)
      window.say(text)
      begun.append(text)
      return nil
    }
  }
}
