internal import Anime
internal import ArgumentParser
internal import Danmaku
internal import Library

/// `danmaku import FILE… --show ID --episode N [--source NAME] [--offset S] [--dry-run]`
struct DanmakuImport: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Keep the comments of files for an episode.",
    discussion: """
      They are kept in the capsule, in a form of their own, and play without any server from then on. Several files of \
      one source are kept as one. Who sent a comment is numbered anew under a secret of the capsule, so that nobody can \
      be looked up. What was kept of the same source before stays in the commits before.
      """)
  static let schema = "danmaku-import"
  static let lists = ["files", "stored"]

  @Argument(help: "Files of comments, of any form that is read here.", completion: .file())
  var files: [String]
  @Option(help: .showID, completion: .shows)
  var show: String
  @Option(help: .init("The episode's number, in the order of airing; a film is episode 1.", valueName: "number"))
  var episode: Int
  @Option(help: .init("A word for where the comments are from; else the site that the form is of.", valueName: "name"))
  var source: String?
  @Option(
    parsing: .unconditional,
    help: .init("Move the comments by so many seconds, later or (with a minus) earlier.", valueName: "seconds"))
  var offset: Double = 0
  @Flag(name: .customLong("dry-run"), help: "Read the files, and keep nothing.")
  var isDryRun = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard files.count <= CommentMerge.mostInputs else {
      throw ValidationError("At most \(CommentMerge.mostInputs) files are taken at once.")
    }
    try DanmakuOffset.validate(seconds: offset)
    if let source { _ = try DanmakuSource(reading: source) }
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.library.snapshot()
    let show = try session.show(show, in: snapshot)
    try session.check(episode: episode, of: show, in: snapshot)
    let files = try files.map { try ImportedFile(at: $0, source: source.map { try DanmakuSource(reading: $0) }) }
    try CommentMerge.check(files.map(\.file))
    let received = received(files, show, session)
    let stored = try isDryRun ? [] : session.library.store(received, cause: "import")
    let lines = zip(received, stored).map(StoredLine.init)
    let left = files.reduce(0) { $0 + $1.file.comments.count } - received.reduce(0) { $0 + $1.comments.count }
    return Answer(
      fields: {
        [
          ("show", snapshot.json(show)), ("episode", .number(episode)), ("files", .array(files.map(\.json))),
          ("leftOut", .number(left)), ("stored", .array(lines.map(\.json))), ("dryRun", .bool(isDryRun)),
        ]
      },
      say: { page in
        for file in files { file.say(to: &page) }
        if left > 0 {
          page.line(Page.Piece("\(Count.grouped(left)) left out: there twice, or gone before the start", .faint))
        }
        for line in lines { line.say(to: &page) }
      })
  }

  /// The comments by their sources, in the order in which the sources were named first.
  private func received(_ files: [ImportedFile], _ show: ShowID, _ session: Session) -> [ReceivedDanmaku] {
    var sources: [DanmakuSource] = []
    for file in files where !sources.contains(file.source) { sources.append(file.source) }
    return sources.map { source in
      let own = files.filter { $0.source == source }
      return ReceivedDanmaku(
        key: DanmakuKey(show: show, episode: episode, source: source),
        comments: CommentMerge(own.map { ($0.file.comments, Int((offset * 1000).rounded())) }).comments,
        origin: own.map(\.name).joined(separator: ", "), received: session.now, isUsers: true)
    }
  }
}

/// A file of comments that was read.
private struct ImportedFile {
  let path: String
  let file: DanmakuFile
  let source: DanmakuSource

  /// Without its folders, which are nobody's business.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  init(at path: String, source: DanmakuSource?) throws {
    self.path = path
    file = try DanmakuFile(at: path)
    self.source = source ?? file.format.source
    guard !file.comments.isEmpty else {
      throw Failure(.invalid, "\(path): there is no comment in it. Nothing was kept.")
    }
  }

  var json: JSON {
    .object([
      ("file", .string(path)), ("format", .string(file.format.rawValue)), ("source", .string(source.description)),
      ("read", .number(file.comments.count)),
      ("skipped", file.skipped.json),
    ])
  }

  /// `bilibili.xml: 1,384 read, 2 skipped: an impossible time (1), no text (1)`
  func say(to page: inout Page) {
    page.line(Page.Piece("\(path): \(file.summary)"))
  }
}

extension DanmakuFormat {
  /// The word for comments of this form where nobody says where they are from.
  fileprivate var source: DanmakuSource {
    let word =
      switch self {
      case .bilibiliXML, .bilibiliProtobuf: "bilibili"
      case .niconicoXML, .niconicoJSON: "niconico"
      case .dandanplay: "dandanplay"
      case .acfun: "acfun"
      case .jsonLines: "file"
      }
    guard let source = DanmakuSource(word) else { preconditionFailure("\(word) is no word for a source") }
    return source
  }
}
