internal import Anime
internal import Danmaku
internal import Library
internal import Providers

/// What a server gave for an episode, and what became of it.
struct EpisodeFetched: Sendable {
  /// What became of it.
  enum Result: Sendable {
    case received(ReceivedDanmaku, DanmakuStored, skipped: [SkipReason: Int])
    /// The server says that nothing has changed.
    case same
    case failed(DanmakuFetchFailure)
  }

  var episode: Int
  var server: String
  var result: Result
}

extension EpisodeFetched.Result {
  /// Whether nothing new could be had.
  var isBad: Bool {
    switch self {
    case .same, .received(_, .stored, _), .received(_, .unchanged, _): false
    case .failed, .received: true
    }
  }

  /// Whether the server need not be asked for another episode.
  var isSilent: Bool {
    if case .failed(let failure) = self { !failure.isAnswer } else { false }
  }
}

/// Fetches comments into the capsule, server by server and episode by episode.
struct EpisodeFetch: Sendable {
  let library: ShowLibrary
  let fetcher: DanmakuFetcher
  let tags: DanmakuTags
  let show: Show
  let now: Instant
  /// The file that the user has of the one episode that is asked for.
  var video: VideoIdentity?

  /// Asks each of `servers` for each of `episodes`; what came is on the disk before the next is asked for.
  func run(_ servers: [DanmakuServer], _ episodes: [Int]) async throws -> [EpisodeFetched] {
    var fetched: [EpisodeFetched] = []
    for server in servers {
      for episode in episodes {
        try Task.checkCancellation()
        let one = EpisodeFetched(episode: episode, server: server.name, result: try await fetch(episode, from: server))
        fetched.append(one)
        if one.result.isSilent { break }
      }
    }
    return fetched
  }

  private func fetch(_ episode: Int, from server: DanmakuServer) async throws -> EpisodeFetched.Result {
    guard let source = DanmakuSource(server.name) else {
      preconditionFailure("a server without a name came out of the configuration: \(server.name)")
    }
    let key = DanmakuKey(show: show.id, episode: episode, source: source)
    let isKept = try library.danmaku(of: show.id).contains { $0.key == key }
    let answer: FetchedDanmaku?
    do throws(DanmakuFetchFailure) {
      answer = try await ask(server, wanted(episode), unless: isKept ? tags.tag(of: key, from: server) : nil)
    } catch {
      return .failed(error)
    }
    guard let answer else { return .same }
    let received = ReceivedDanmaku(
      key: key, comments: CommentMerge([(answer.file.comments, answer.shift)]).comments, origin: answer.origin,
      received: now, isUsers: false)
    let stored = try library.store([received], cause: "fetch")[0]
    let result = EpisodeFetched.Result.received(received, stored, skipped: answer.file.skipped)
    if !result.isBad { tags.remember(answer.entityTag, of: key, from: server) }
    return result
  }

  private func ask(
    _ server: DanmakuServer, _ episode: WantedEpisode, unless tag: String?
  ) async throws(DanmakuFetchFailure) -> FetchedDanmaku? {
    switch server.kind {
    case .dandanplay(let base, let credentials):
      try await fetcher.fetch(episode, fromDandanplay: base, as: credentials)
    case .url(let address): try await fetcher.fetch(episode, at: address, unless: tag)
    case .directory(let template): try CommentDirectory(template: template).fetch(episode)
    }
  }

  /// Servers of comments know shows by their Chinese titles first.
  private func wanted(_ number: Int) -> WantedEpisode {
    let chinese = show.titles.titles(in: .simplifiedChinese)
    let titles = chinese + show.titles.all.filter { !chinese.contains($0) }
    let ids = Dictionary(show.sites.map { ($0.site, $0.id) }) { first, _ in first }
    return WantedEpisode(titles: titles, ids: ids, number: number, video: video)
  }
}
