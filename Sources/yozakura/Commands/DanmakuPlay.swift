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

  @Argument(help: "A file of comments: Bilibili's XML.", completion: .file(extensions: ["xml"]))
  var file: String
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if global.json { throw ValidationError("The stage has no JSON form; `danmaku stats` has one.") }
  }

  func answer(_ session: Session) throws -> Answer {
    let comments = try DanmakuFile(at: file)
    guard Standard.isInteractive else { throw Failure.usage("The stage needs a terminal.") }
    let ambiguity: TextWidth.Ambiguity = session.loaded.values.ambiguousWidth == 2 ? .wide : .narrow
    let title = file.split(separator: "/").last.map(String.init) ?? file
    try Interface.run(session, playing: StageContent(title: title, file: comments, ambiguity: ambiguity))
    return Answer(fields: { [] }, say: { _ in })
  }
}
