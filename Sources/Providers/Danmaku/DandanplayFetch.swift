import Anime
import Crypto
import Danmaku
import FoundationEssentials
import HTTP

/// A conversation with a server that speaks dandanplay's protocol, version 2.
///
/// A file that the user names is asked about first, where the server is sure of it. Else the show is found by its id at
/// bgm.tv, or by its titles, and its episode by its number; then its comments are asked for:
///
///     POST /api/v2/match                                       the episode that a file is of
///     GET /api/v2/bangumi/bgmtv/400602                         the show and its episodes
///     GET /api/v2/search/episodes?anime=葬送的芙莉莲&episode=7    the same, from a title
///     GET /api/v2/comment/178770007?withRelated=true           the comments
struct DandanplayFetch {
  let fetcher: DanmakuFetcher
  let base: String
  let credentials: DandanplayCredentials?

  /// So many of a show's titles are tried.
  private static let titles = 3

  /// The comments of `episode`.
  func comments(of episode: WantedEpisode) async throws(DanmakuFetchFailure) -> FetchedDanmaku {
    let found = try await find(episode)
    let id = PercentEncoding.encode(found.episodeId.text)
    let body = try await body("/api/v2/comment/\(id)", query: "withRelated=true")
    try Self.check(body)
    return FetchedDanmaku(
      file: try DanmakuFetcher.read(body), shift: found.delay, origin: DanmakuFetcher.host(of: base))
  }

  // MARK: Finding

  private func find(_ episode: WantedEpisode) async throws(DanmakuFetchFailure) -> DandanplayEpisode {
    if let video = episode.video, let found = try await match(video) { return found }
    if let id = episode.ids["bangumi"] {
      do throws(DanmakuFetchFailure) {
        return try await find(episode.number, ofSubject: id)
      } catch  where error.isAnswer {
        // Servers that only speak like dandanplay's may know no ids.
      } catch {
        throw error
      }
    }
    var failure = DanmakuFetchFailure.noEpisode
    for title in episode.titles.prefix(Self.titles) {
      do throws(DanmakuFetchFailure) {
        return try await find(episode, called: title)
      } catch .noEpisode {
        continue
      } catch .ambiguous(let titles) {
        failure = .ambiguous(titles)
      } catch {
        throw error
      }
    }
    throw failure
  }

  /// The episode that `video` is of; nil where the server is not sure.
  private func match(_ video: VideoIdentity) async throws(DanmakuFetchFailure) -> DandanplayEpisode? {
    let question = DandanplayMatchRequest(fileName: video.name, fileHash: video.hash, fileSize: video.length)
    guard let sent = try? JSONEncoder().encode(question) else { preconditionFailure("a question that is no JSON") }
    do throws(DanmakuFetchFailure) {
      let answer = try await answer(DandanplayMatchAnswer.self, "/api/v2/match", query: "", sending: Array(sent))
      return answer.isMatched == true ? answer.matches?.first : nil
    } catch  where error.isAnswer {
      return nil
    } catch {
      throw error
    }
  }

  private func find(
    _ number: Int, ofSubject id: String
  ) async throws(DanmakuFetchFailure) -> DandanplayEpisode {
    let path = "/api/v2/bangumi/bgmtv/\(PercentEncoding.encode(id))"
    let answer = try await answer(DandanplayShowAnswer.self, path, query: "")
    guard let found = answer.bangumi?.episode(number, isFiltered: false) else { throw .noEpisode }
    return found
  }

  private func find(
    _ episode: WantedEpisode, called title: String
  ) async throws(DanmakuFetchFailure) -> DandanplayEpisode {
    let query = "anime=\(PercentEncoding.encode(title))&episode=\(episode.number)"
    let shows = try await answer(DandanplaySearch.self, "/api/v2/search/episodes", query: query).animes ?? []
    let names = Set(episode.titles.map(Folding.fold))
    let ours = shows.filter { names.contains(Folding.fold(Self.bare($0.animeTitle ?? ""))) }
    guard let show = ours.first ?? (shows.count == 1 ? shows[0] : nil) else {
      guard !shows.isEmpty else { throw .noEpisode }
      throw .ambiguous(shows.compactMap(\.animeTitle).map { Sanitiser.clean($0) })
    }
    guard let found = show.episode(episode.number, isFiltered: true) else { throw .noEpisode }
    return found
  }

  /// `葬送的芙莉莲(2023)【TV动画】` → `葬送的芙莉莲`: what servers add to titles is no part of them.
  private static func bare(_ title: String) -> String {
    String(title.prefix { !"【(（".contains($0) })
  }

  // MARK: Asking

  private func answer<Answer: Decodable>(
    _ type: Answer.Type, _ path: String, query: String, sending sent: [UInt8]? = nil
  ) async throws(DanmakuFetchFailure) -> Answer {
    let body = try await body(path, query: query, sending: sent)
    try Self.check(body)
    guard let answer = try? JSONDecoder().decode(type, from: Data(body)) else { throw .notUnderstood }
    return answer
  }

  /// Throws where the server says no: it does so with status 200 too.
  private static func check(_ body: [UInt8]) throws(DanmakuFetchFailure) {
    // Comments by the hundred thousand are no refusal, and are not read twice.
    guard body.count < 64 << 10, let envelope = try? JSONDecoder().decode(DandanplayEnvelope.self, from: Data(body)),
      envelope.success == false
    else { return }
    throw .refused(envelope.errorMessage.map { Sanitiser.clean($0) }.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// A redirect is not followed: the signature is for this path, and for nobody else.
  private func body(
    _ path: String, query: String, sending sent: [UInt8]? = nil
  ) async throws(DanmakuFetchFailure) -> [UInt8] {
    let root = base.hasSuffix("/") ? String(base.dropLast()) : base
    var request = HTTPRequest(
      root + path + (query.isEmpty ? "" : "?\(query)"), headers: headers(for: Self.path(of: root) + path),
      limits: DanmakuFetcher.limits, redirects: .followUnless { _ in true })
    if let sent {
      request.body = sent
      request.headers.append(("Content-Type", "application/json"))
    }
    return try await fetcher.get(request).body
  }

  /// `https://relay.example.org/dandanplay` → `/dandanplay`
  private static func path(of base: String) -> String {
    let behind = base.firstRange(of: "://").map { base[$0.upperBound...] } ?? base[...]
    return String(behind.drop { $0 != "/" })
  }

  /// What proves who asks: the SHA-256 of id, time, path and secret, which stays here.
  func headers(for path: String) -> [(name: String, value: String)] {
    guard let credentials else { return [] }
    let time = String(fetcher.seconds())
    let signed = Data((credentials.id + time + path.lowercased() + credentials.secret).utf8)
    return [
      ("X-AppId", credentials.id), ("X-Timestamp", time),
      ("X-Signature", Data(SHA256.hash(data: signed)).base64EncodedString()),
    ]
  }
}

extension DanmakuFetcher {
  /// The comments of `episode` from the dandanplay server at `base`.
  public func fetch(
    _ episode: WantedEpisode, fromDandanplay base: String, as credentials: DandanplayCredentials?
  ) async throws(DanmakuFetchFailure) -> FetchedDanmaku {
    try await DandanplayFetch(fetcher: self, base: base, credentials: credentials).comments(of: episode)
  }
}
