internal import Anime
internal import App
internal import ArgumentParser
internal import Danmaku
internal import Glibc
internal import Library
internal import Playback

/// `play FILE|URL|ID [EPISODE]`
struct Play: Command {
  static let configuration = CommandConfiguration(
    abstract: "Play a file, an address or an episode of a show, with danmaku over the picture.",
    discussion: """
      An ID plays the episode that comes next, or the one that is named, from the folders of library.folders. Comments \
      are those that are kept, else those in a file of the same name beside the video, else those that a server in \
      config.toml has. What is watched is written down, and the next episode follows. In a window your own \
      configuration of mpv counts; in the terminal Space pauses, arrows and H L seek, q leaves, and ? shows every key. \
      An address that is no film is opened in the browser; one of a file, file:///…, is that file.
      """)
  static let schema = "play"

  @Argument(help: .init("A file, an address, or a show's id.", valueName: "what"), completion: .file())
  var what: String
  @Argument(help: "The episode of a show, beside its id; else the one that comes next.")
  var episode: Int?
  @ArgumentParser.Option(
    name: .customLong("in"),
    help: "Where: mpv, a window of its own, or terminal; else a window where there is a desktop and mpv.")
  var place: PlayPlace?
  @ArgumentParser.Option(help: .init("Show the comments of this file.", valueName: "file"), completion: .file())
  var danmaku: String?
  @Flag(name: .customLong("no-danmaku"), help: "Show no comments.")
  var noDanmaku = false
  @ArgumentParser.Option(help: .rules)
  var rules: String?
  @ArgumentParser.Option(
    help: .init("Begin at this moment, 12:03 or seconds, wherever it was left.", valueName: "time"))
  var start: String?
  @Flag(help: "In the terminal, show no picture: comments and sound alone, for slow lines.")
  var noPicture = false
  @Flag(help: "Play an address whatever it is called, instead of opening it in the browser.")
  var media = false
  @Flag(help: "Play this one alone, and end with it.")
  var once = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if danmaku != nil, noDanmaku { throw ValidationError("--danmaku and --no-danmaku exclude each other.") }
    if start != nil, startTime == nil { throw ValidationError("--start wants a time such as 12:03, 1:02:03 or 90.") }
    if global.json, place == .terminal { throw ValidationError("The theatre in the terminal has no JSON form.") }
  }

  func answer(_ session: Session) throws -> Answer {
    if let rules { _ = try session.rules(rules) }
    if let danmaku { _ = try DanmakuFile(at: danmaku) }
    switch try PlayFinder(session: session).find(what, episode: episode, isMedia: media) {
    case .page(let address): return try openPage(address)
    case .target(let target):
      let place = place ?? (global.json ? .mpv : PlayPlace.possible(session.loaded.values.playerCommand))
      return place == .terminal ? try show(target, session) : try play(target, session)
    }
  }

  private func openPage(_ address: String) throws -> Answer {
    guard !global.offline else { throw Failure(.unreachable, "\(address) is a page, and --offline was asked for.") }
    if Browser.open(address) != nil { throw Failure(.failed, "No browser could be started for \(address).") }
    return Answer(
      fields: { [("opened", .string(address))] }, hint: "\(address) is no film, and was opened in the browser.",
      say: { _ in })
  }

  private func show(_ target: PlayTarget, _ session: Session) throws -> Answer {
    guard Standard.isInteractive else { throw Failure.usage("Without a desktop the theatre needs a terminal.") }
    let content = try session.playKit.theatre(
      target, start: startTime, danmaku: wish, rules: rules, showsPicture: !noPicture)
    let failure = try Interface.run(session, showing: content, of: (target, movesOn: !once))
    return Answer(fields: { [] }, failure: failure.map { Failure($0, about: target) }, say: { _ in })
  }

  private func play(_ target: PlayTarget, _ session: Session) throws -> Answer {
    let kit = try session.playKit
    let orders = WindowOrders(interrupt: Interrupt.watch()) { [isQuiet = global.quiet] text in
      if !isQuiet { Standard.talk(Page.cleaned(text) + "\n") }
    }
    defer { Interrupt.prepare() }
    let viewing: WindowViewing
    do throws(PlayerFailure) {
      viewing = try WindowViewing(kit, target, start: startTime, danmaku: wish, rules: rules, canMoveOn: !once)
    } catch {
      throw Failure(error, about: target)
    }
    viewing.run(orders)
    let outcome = viewing.outcome
    let sheet = PlaySheet(outcome: outcome, snapshot: kit.library.snapshot())
    return Answer(
      fields: { sheet.fields }, failure: outcome.failure.map { Failure($0, about: outcome.target) }, say: sheet.say)
  }

  private var wish: DanmakuSupply.Wish { noDanmaku ? .none : danmaku.map { .file($0) } ?? .fitting }

  /// The moment of `--start`, in milliseconds; nil where none is named, or what is named is none.
  private var startTime: Int? { start.flatMap { MediaMoment($0)?.milliseconds } }
}

extension Failure {
  /// Why `target` was not played, or not to its end.
  init(_ failure: PlayerFailure, about target: PlayTarget) {
    let name = target.path ?? target.title
    let sentence = TheatreStrings.of(.english).failure(failure, name)
    switch failure {
    case .playerMissing, .playerUnusable, .noPictureOutput, .noSoundOutput: self.init(.failed, sentence)
    case .unreadable where target.path.map { access($0, F_OK) != 0 } ?? false:
      self = .notFound("There is no \(name).")
    default: self.init(.invalid, sentence)
    }
  }
}
