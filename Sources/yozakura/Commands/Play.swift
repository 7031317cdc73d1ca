internal import App
internal import ArgumentParser
internal import Danmaku
internal import Playback
internal import TUI

/// `play FILE|URL`
struct Play: Command {
  static let configuration = CommandConfiguration(
    abstract: "Watch a film in the terminal, with its comments over it.",
    discussion: """
      Comments come from a file of the same name beside the film, or from the one that --danmaku names. Space pauses, \
      arrows and H L seek, < > change the speed, ( ) the volume, q leaves; ? shows every key. Nothing that the film \
      names is opened in its place, and the configuration of mpv is not read.
      """)
  static let schema = "play"

  @Argument(help: "A file, or the address of a stream.", completion: .file())
  var film: String
  @ArgumentParser.Option(help: ArgumentHelp("A file of comments.", valueName: "file"), completion: .file())
  var danmaku: String?
  @ArgumentParser.Option(help: ArgumentHelp("Begin at so many seconds.", valueName: "seconds"))
  var start = 0.0
  @Flag(help: "Show no picture: comments and sound alone, for slow lines.")
  var noPicture = false
  @ArgumentParser.Option(help: .rules)
  var rules: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (0...Self.latest).contains(start) else { throw ValidationError("No film is longer than a week.") }
    if global.json { throw ValidationError("The theatre has no JSON form.") }
  }

  /// The seconds of a week.
  private static let latest = 604_800.0

  func answer(_ session: Session) throws -> Answer {
    let source = MediaSource(named: film)
    let comments = try danmaku.map { try DanmakuFile(at: $0) } ?? CommentsBesideFilm.read(source)
    guard Standard.isInteractive else { throw Failure.usage("The theatre needs a terminal.") }
    let set = try session.rules(rules)
    let ambiguity: TextWidth.Ambiguity = session.loaded.values.ambiguousWidth == 2 ? .wide : .narrow
    let content = StageContent(
      title: film.split(separator: "/").last.map(String.init) ?? film, file: comments, rules: set.rules,
      ruleSet: set.editable, ambiguity: ambiguity)
    let configuration = session.loaded.values
    var screen = Screening(mosaic: configuration.theatreCells, cell: TerminalCell.size)
    screen.showsPicture = !noPicture && configuration.theatrePicture
    let request = MediaRequest(source, start: Int((start * 1000).rounded()))
    try Interface.run(session, showing: TheatreContent(request, stage: content, screen: screen))
    return Answer(fields: { [] }, say: { _ in })
  }
}
