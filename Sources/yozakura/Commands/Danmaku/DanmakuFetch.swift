internal import Anime
internal import ArgumentParser
internal import Danmaku
internal import Library
internal import Providers

/// `danmaku fetch ID [EPISODE] [--from SERVER] [--file VIDEO]`
struct DanmakuFetch: Command {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Fetch the comments of episodes from the servers in config.toml.",
    discussion: """
      Each [[danmaku.server]] is asked in the order of the file, and its comments are kept under its name. No server is \
      built in. An empty, shrunken or failed answer replaces nothing, and a good one never what was imported. Status 3 \
      says that nothing new could be had from at least one server; what is kept plays on.
      """)
  static let schema = "danmaku-fetch"
  static let lists = ["fetched"]

  @Argument(help: .showID, completion: .shows)
  var id: String
  @Argument(help: "The episode; else all that have been aired.")
  var episode: Int?
  @Option(name: .customLong("from"), help: .init("Only from the server of this name.", valueName: "server"))
  var server: String?
  @Option(
    name: .customLong("file"),
    help: .init("The episode's video here: servers that know files are asked about it first.", valueName: "video"),
    completion: .file())
  var video: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if video != nil, episode == nil { throw ValidationError("--file is the video of one episode: name it.") }
  }

  func answer(_ session: Session) throws -> Answer {
    let library = try session.library
    let snapshot = library.snapshot()
    let id = try session.show(id, in: snapshot)
    guard let show = snapshot.catalogue.show(id) else { throw LibraryError.unknownShow(id) }
    if let episode { try session.check(episode: episode, of: id, in: snapshot) }
    let episodes = try episode.map { [$0] } ?? aired(show, session.now)
    let servers = try session.danmakuServers.named(server)
    let fetch = EpisodeFetch(
      library: library, fetcher: DanmakuFetcher(client: session.client) { WallClock.now.milliseconds / 1000 },
      tags: DanmakuTags(folder: session.folders.state), show: show, now: session.now,
      video: try video.map { try VideoIdentity(at: $0) })
    let asked = servers.filter { !global.offline || $0.kind.isLocal }
    let fetched = try Interruptible.run { try await fetch.run(asked, episodes) }
    return Answer(
      fields: { [("show", snapshot.json(id)), ("fetched", .array(fetched.map(\.json)))] },
      failure: failure(fetched, isWhole: asked.count == servers.count), hint: Self.hint(session),
      say: { page in for one in fetched { one.say(to: &page) } })
  }

  /// The episodes that have been aired, as far as comments can be kept of them: one a week from the begin on, all of
  /// them where the show has ended.
  private func aired(_ show: Show, _ now: Instant) throws(Failure) -> [Int] {
    guard let count = show.episodeCount ?? (show.kind == .movie ? 1 : nil), count > 0 else {
      throw .usage("How many episodes the show has is not known: name one.")
    }
    let last = min(count, DanmakuKey.episodes.upperBound)
    if let end = show.end, end < now { return Array(1...last) }
    guard show.begin <= now else { throw .notFound("Nothing of it has been aired yet; name an episode all the same.") }
    let weeks = Int((now - show.begin).milliseconds / (7 * 86_400_000))
    return Array(1...min(last, weeks + 1))
  }

  private func failure(_ fetched: [EpisodeFetched], isWhole: Bool) -> Failure? {
    guard isWhole else {
      return Failure(
        .unreachable, "Only directories on this machine were looked into: --offline was asked for.", status: .nothingNew
      )
    }
    let bad = fetched.filter(\.result.isBad)
    guard let first = bad.first else { return nil }
    let more = bad.count > 1 ? " (and \(bad.count - 1) more)" : ""
    return Failure(
      .unreachable, "Nothing new from \(first.server) for episode \(first.episode)\(more).", status: .nothingNew)
  }

  private static func hint(_ session: Session) -> String? {
    guard session.danmakuServers.isSecretOpen else { return nil }
    let path = session.danmakuServers.path
    return "\(path) holds a secret and can be read by others; `chmod 600 \(path)` ends that."
  }
}

extension EpisodeFetched {
  /// As JSON has it.
  fileprivate var json: JSON {
    let own: [JSON.Field] = [("episode", .number(episode)), ("server", .string(server))]
    switch result {
    case .received(let received, let stored, let skipped):
      let line = StoredLine(received: received, result: stored)
      return .object(
        own + [
          ("state", .string(line.word)), ("comments", .number(received.comments.count)), ("skipped", skipped.json),
          ("cause", .null),
        ])
    case .same: return .object(own + [("state", .string("unchanged")), ("cause", .null)])
    case .failed: return .object(own + [("state", .string("failed")), ("cause", .string(sentence))])
    }
  }

  /// What is to be said of it.
  fileprivate var sentence: String {
    switch result {
    case .received(let received, let stored, let skipped):
      StoredLine(received: received, result: stored).sentence + skipped.clause("skipped")
    case .same: "unchanged"
    case .failed(let failure): failure.sentence
    }
  }

  fileprivate func say(to page: inout Page) {
    page.line(Page.Piece("episode \(episode), \(server): ", .faint), Page.Piece(sentence, result.isBad ? .bad : .plain))
  }
}
