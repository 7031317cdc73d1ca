internal import Anime
internal import ArgumentParser
internal import Danmaku
internal import Library

/// `danmaku export ID EPISODE [--source NAME] [-o FILE]`
struct DanmakuExport: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the comments that are kept of an episode.",
    discussion: "One JSON object per line, all sources together, each moved by its offset; `danmaku convert` reads it.")
  static let schema = "danmaku-export"

  @Argument(help: .showID, completion: .shows)
  var id: String
  @Argument(help: "The episode.")
  var episode: Int
  @Option(help: .init("Only the comments of this source.", valueName: "name"))
  var source: String?
  @Option(name: .shortAndLong, help: .init("The file to write; else standard output.", valueName: "file"))
  var output: String?
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if global.json, output == nil { throw ValidationError("--json wants -o FILE: the comments take standard output.") }
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let show = try session.show(id, in: snapshot)
    let kept = try session.danmaku(of: show, episode: episode).filter {
      source == nil || $0.key.source.description == source
    }
    guard !kept.isEmpty else {
      throw Failure.notFound("No comments of that are kept; `yozakura danmaku show` lists what is.")
    }
    let comments = try session.library.comments(of: kept, moved: snapshot.entry(for: show).offsets)
    let text = String(decoding: JSONLinesOutput().bytes(of: comments), as: UTF8.self)
    if let output { try TextFile.replace(output, with: text, makingFolder: false) }
    return Answer(
      fields: {
        [
          ("file", .string(orNull: output)), ("comments", .number(comments.count)),
          ("sources", .array(kept.map { .string($0.key.source.description) })),
        ]
      },
      hint: session.pastHint,
      say: { page in if output == nil { page.verbatim(text) } })
  }
}
