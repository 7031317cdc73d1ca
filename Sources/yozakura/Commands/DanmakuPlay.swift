internal import App
internal import ArgumentParser
internal import Danmaku
internal import TUI

/// `danmaku play FILE`
struct DanmakuPlay: Command {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Let the comments of a file fly over the terminal.",
    discussion: "Space pauses, arrows and H L seek, < > change the speed, q leaves; ? shows every key.")
  static let schema = "danmaku-play"

  @Argument(help: "A file of comments, of any form that is read here.", completion: .file())
  var file: String
  @ArgumentParser.Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Show comments so many seconds later than they say; negative ones earlier.", valueName: "seconds"))
  var offset = 0.0
  @ArgumentParser.Option(help: .rules)
  var rules: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard abs(offset) <= Self.farthest else { throw ValidationError("No offset is larger than a day.") }
    if global.json { throw ValidationError("The stage has no JSON form; `danmaku stats` has one.") }
  }

  /// The seconds of a day.
  private static let farthest = 86_400.0

  func answer(_ session: Session) throws -> Answer {
    let comments = try DanmakuFile(at: file)
    guard Standard.isInteractive else { throw Failure.usage("The stage needs a terminal.") }
    let ambiguity: TextWidth.Ambiguity = session.loaded.values.ambiguousWidth == 2 ? .wide : .narrow
    let title = file.split(separator: "/").last.map(String.init) ?? file
    let set = try session.rules(rules)
    let content = StageContent(
      title: title, file: comments, offset: Int((offset * 1000).rounded()), rules: set.rules,
      ruleSet: set.editable, ambiguity: ambiguity)
    try Interface.run(session, playing: content)
    return Answer(fields: { [] }, say: { _ in })
  }
}
