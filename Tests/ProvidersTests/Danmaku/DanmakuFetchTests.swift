import Danmaku
import FaultServer
import HTTP
import Providers
import TestSupport
import Testing

/// Comments of an episode, from servers that are on this machine.
@Suite(.blocking)
struct DanmakuFetchTests {
  private static let frieren = WantedEpisode(
    titles: ["葬送的芙莉莲", "葬送のフリーレン"], ids: ["bangumi": "400602", "mal": "52991"], number: 7)
  /// What dandanplay's servers send.
  private static let answer = #"""
    {"count":2,"comments":[{"cid":1,"p":"1.50,1,255,[BiliBili]d263bd64","m":"来了"},{"cid":2,"p":"2.50,5,16777215,u","m":"感动"}]}
    """#
  private static let comments = "<i><d p=\"1.5,1,25,255,0,0,a,1\">来了</d><d p=\"2.5,1,25,255,0,0,b,2\">感动</d></i>"
  /// The example of dandanplay's documents, with the signature that it comes to.
  private static let credentials = DandanplayCredentials(id: "your_app_id", secret: "your_app_secret")

  private let fetcher = DanmakuFetcher(client: HTTPClient(userAgent: "yozakura/test")) { 1_735_689_600 }

  private func failure<Value>(_ body: () async throws(DanmakuFetchFailure) -> Value) async -> DanmakuFetchFailure? {
    do throws(DanmakuFetchFailure) {
      _ = try await body()
      return nil
    } catch {
      return error
    }
  }

  // MARK: Addresses

  @Test(arguments: [
    ("https://h/{bangumi}/{episode}.xml", "https://h/400602/7.xml"),
    ("https://h/{mal}/{episode:3}", "https://h/52991/007"),
    ("https://h/?q={title}", "https://h/?q=%E8%91%AC%E9%80%81%E7%9A%84%E8%8A%99%E8%8E%89%E8%8E%B2"),
  ])
  func `A template is filled with what is known of the episode`(_ template: String, _ path: String) async throws {
    let server = try HostileServer()
    let address = try #require(AddressTemplate(template.replacing("https://h", with: server.url())))
    _ = await failure { () async throws(DanmakuFetchFailure) in try await fetcher.fetch(Self.frieren, at: address) }

    let wanted = path.dropFirst("https://h".count).prefix { $0 != "?" }
    #expect(server.requests.map(\.path) == [String(wanted)])
  }

  @Test(arguments: ["{", "}", "{episode:0}", "{episode:x}", "{}", "{a b}", "{title:2}"])
  func `A template with braces that mean nothing is none`(_ text: String) {
    #expect(AddressTemplate(text) == nil)
  }

  @Test func `A path takes what is put in as one name, and as no pattern`() throws {
    let template = try #require(AddressTemplate("/d/{title}/*{episode:2}*"))
    let hostile = WantedEpisode(titles: ["../a*[b]"], ids: [:], number: 3)

    #expect(try template.path(for: hostile).map(\.text).joined() == "/d/.._a\\*\\[b\\]/*03*")
    let path = try template.path(for: WantedEpisode(titles: [".."], ids: [:], number: 3))
    #expect(path.map(\.text).joined() == "/d/_/*03*")
    #expect(path.filter(\.isNumber).map(\.text) == ["03"])
  }

  @Test func `An address that wants an id which the show has not is not asked`() async throws {
    let address = try #require(AddressTemplate("http://127.0.0.1:9/{anidb}"))

    #expect(
      await failure { () async throws(DanmakuFetchFailure) in try await fetcher.fetch(Self.frieren, at: address) }
        == .noID(site: "anidb"))
  }

  // MARK: One file for each episode

  private func fetch(_ answer: Answer, unless tag: String? = nil) async throws(DanmakuFetchFailure) -> FetchedDanmaku? {
    guard let server = try? HostileServer(["/7.xml": answer]),
      let address = AddressTemplate(server.url("/{episode}.xml"))
    else { preconditionFailure("no server") }
    return try await fetcher.fetch(Self.frieren, at: address, unless: tag)
  }

  @Test func `A file of any form is read, and the host alone is remembered`() async throws {
    let fetched = try #require(try await fetch(.ok(Self.comments, type: "text/xml")))

    #expect(fetched.file.comments.map(\.text) == ["来了", "感动"])
    #expect(fetched.origin.hasPrefix("127.0.0.1") && !fetched.origin.contains("7.xml"))
  }

  @Test func `A file that is still the same is not sent again`() async throws {
    let tagged = Answer.marked("\"one\"", Array(Self.comments.utf8))
    let first = try #require(try await fetch(tagged))

    #expect(first.entityTag == "\"one\"")
    #expect(try await fetch(tagged, unless: first.entityTag) == nil)
    #expect(try await fetch(tagged, unless: "\"other\"") != nil)
  }

  @Test(arguments: [
    (Answer.ok("<!DOCTYPE html><html><title>Sign in</title></html>", type: "text/html"), true),
    (Answer.status(503, "{\"message\":\"later\"}"), false),
    (Answer.ok("{\"success\":false}"), true),
  ])
  func `A portal's page and a refusal are no comments`(_ answer: Answer, _ isRead: Bool) async throws {
    let failure = await failure { () async throws(DanmakuFetchFailure) in try await fetch(answer) }
    switch failure {
    case .notDanmaku: #expect(isRead)
    case .transport(.status(503, let sentence, _)): #expect(!isRead && sentence == "later")
    default: Issue.record("\(String(describing: failure))")
    }
  }

  // MARK: dandanplay

  private static let subject = """
    {"bangumi":{"animeTitle":"葬送的芙莉莲","episodes":[
    {"episodeId":1787700060,"episodeTitle":"第6话 村的英雄","episodeNumber":"6"},
    {"episodeId":1787700070,"episodeTitle":"第7话 如同童话一般","episodeNumber":"7"}]},"success":true,"errorCode":0}
    """

  private func server(_ routes: [String: Answer]) throws -> HostileServer {
    try HostileServer(routes.merging(["/api/v2/comment/1787700070": .ok(Self.answer)]) { own, _ in own })
  }

  private func fetch(
    from server: HostileServer, as credentials: DandanplayCredentials? = nil
  ) async throws(DanmakuFetchFailure) -> FetchedDanmaku {
    try await fetcher.fetch(Self.frieren, fromDandanplay: server.url(), as: credentials)
  }

  @Test func `The show's id finds it, and its number the episode`() async throws {
    let server = try server(["/api/v2/bangumi/bgmtv/400602": .ok(Self.subject)])
    let fetched = try await fetch(from: server)

    #expect(fetched.file.format == .dandanplay)
    #expect(fetched.file.comments.map(\.mode) == [.scroll, .top])
    #expect(server.requests.map(\.path) == ["/api/v2/bangumi/bgmtv/400602", "/api/v2/comment/1787700070"])
  }

  @Test func `Where ids are not known a title of exactly its name is it, and its shift is honoured`() async throws {
    let found = """
      {"hasMore":false,"animes":[
      {"animeTitle":"葬送的芙莉莲 第二季","episodes":[{"episodeId":9,"episodeTitle":"第7话"}]},
      {"animeTitle":"葬送的芙莉莲(2023)【TV动画】","episodes":[{"episodeId":"1787700070","episodeTitle":"第7话","shift":-1.25}]}]}
      """
    let server = try server(["/api/v2/search/episodes": .ok(found)])
    let fetched = try await fetch(from: server)

    #expect(fetched.file.comments.count == 2)
    #expect(fetched.shift == -1250)
  }

  @Test(arguments: ["1e300", "-1e300", "9999999999"])
  func `A shift longer than any film is none`(_ shift: String) async throws {
    let found =
      #"{"animes":[{"animeTitle":"葬送的芙莉莲","episodes":[{"episodeId":1787700070,"episodeTitle":"第7话","shift":"#
      + shift + "}]}]}"
    let server = try server(["/api/v2/search/episodes": .ok(found)])
    let fetched = try await fetch(from: server)

    #expect(fetched.file.comments.count == 2)
    #expect(fetched.shift == 0)
  }

  @Test func `A file that the server is sure of decides, and its shift is honoured`() async throws {
    let found = #"{"isMatched":true,"matches":[{"episodeId":1787700070,"animeTitle":"x","shift":2.5}],"success":true}"#
    let server = try server(["/api/v2/match": .ok(found)])
    var episode = Self.frieren
    // The MD5 of these bytes is that of RFC 1321's list.
    episode.video = VideoIdentity(
      name: "[Group] Frieren - 07.mkv", length: 26, head: Array("abcdefghijklmnopqrstuvwxyz".utf8))
    let fetched = try await fetcher.fetch(episode, fromDandanplay: server.url(), as: Self.credentials)

    #expect(fetched.shift == 2500)
    #expect(server.requests.map(\.path) == ["/api/v2/match", "/api/v2/comment/1787700070"])
    let question = String(decoding: server.requests[0].body, as: UTF8.self)
    #expect(question.contains(#""fileHash":"c3fcd3d76192e4007dfb496cca67e13b""#))
    #expect(question.contains(#""fileName":"[Group] Frieren - 07""#) && question.contains(#""fileSize":26"#))
    #expect(server.requests[0].headers["content-type"] == "application/json")
  }

  @Test func `A file that the server is not sure of leads to the show's id`() async throws {
    let unsure = #"{"isMatched":false,"matches":[{"episodeId":1},{"episodeId":2}],"success":true}"#
    let server = try server(["/api/v2/match": .ok(unsure), "/api/v2/bangumi/bgmtv/400602": .ok(Self.subject)])
    var episode = Self.frieren
    episode.video = VideoIdentity(name: "x", length: 1, head: [0])

    #expect(try await fetcher.fetch(episode, fromDandanplay: server.url(), as: nil).file.comments.count == 2)
  }

  @Test func `Several shows of other names are a question, and nothing is guessed`() async throws {
    let found =
      #"{"animes":[{"animeTitle":"甲","episodes":[{"episodeId":1}]},{"animeTitle":"乙","episodes":[{"episodeId":2}]}]}"#
    let server = try server(["/api/v2/search/episodes": .ok(found)])

    #expect(
      await failure { () async throws(DanmakuFetchFailure) in try await fetch(from: server) } == .ambiguous(["甲", "乙"]))
  }

  @Test func `Requests are signed as the documents say, and the secret stays here`() async throws {
    let server = try server([
      "/api/v2/bangumi/bgmtv/400602": .ok(Self.subject.replacing("1787700070", with: "123450001"))
    ])
    server.route("/api/v2/comment/123450001", .ok(Self.comments))
    _ = try await fetch(from: server, as: Self.credentials)

    let last = try #require(server.requests.last)
    #expect(last.path == "/api/v2/comment/123450001")
    #expect(last.headers["x-appid"] == "your_app_id")
    #expect(last.headers["x-timestamp"] == "1735689600")
    #expect(last.headers["x-signature"] == "hUWMDqFGERFV1Dlb6344zfLq8H9YfVy18JJBdG06hmg=")
    #expect(!server.requests.contains { $0.headers.values.contains { $0.contains("your_app_secret") } })
  }

  @Test func `A signed request is not sent after a redirect`() async throws {
    let other = try HostileServer()
    let server = try server(["/api/v2/bangumi/bgmtv/400602": .redirect(to: other.url("/api/v2/bangumi/bgmtv/400602"))])
    let failure = await failure { () async throws(DanmakuFetchFailure) in
      try await fetch(from: server, as: Self.credentials)
    }

    #expect(failure == .redirected(to: "127.0.0.1:\(other.port)"))
    #expect(other.requests.isEmpty)
  }

  @Test func `What the server says is quoted, from a header and from an answer of status 200`() async throws {
    let refusing = try server([
      "/api/v2/bangumi/bgmtv/400602": .status(403, "", headers: ["X-Error-Message": "Invalid Signature"])
    ])
    guard
      case .transport(.status(403, "Invalid Signature", _))? =
        await failure({ () async throws(DanmakuFetchFailure) in try await fetch(from: refusing) })
    else {
      Issue.record("the header is not quoted")
      return
    }
    let quota = #"{"success":false,"errorCode":5,"errorMessage":"quota used up"}"#
    let other = try server([
      "/api/v2/bangumi/bgmtv/400602": .ok(Self.subject), "/api/v2/comment/1787700070": .ok(quota),
    ])
    #expect(
      await failure { () async throws(DanmakuFetchFailure) in try await fetch(from: other) }
        == .refused("quota used up"))
  }

  @Test func `Where a second season goes on counting the place decides, and openings have none`() async throws {
    let numbers = ["C1"] + (13...24).map(String.init)
    let episodes = numbers.enumerated().map { index, number in
      #"{"episodeId":\#(index + 100),"episodeTitle":"x","episodeNumber":"\#(number)"}"#
    }
    let server = try server([
      "/api/v2/bangumi/bgmtv/400602": .ok(#"{"bangumi":{"episodes":[\#(episodes.joined(separator: ","))]}}"#),
      // The seventh of those that have a number is 19, which stands eighth.
      "/api/v2/comment/107": .ok(Self.comments),
    ])

    #expect(try await fetch(from: server).file.comments.count == 2)
  }

  @Test func `An episode that the server has not is none`() async throws {
    let server = try server([
      "/api/v2/bangumi/bgmtv/400602": .ok(Self.subject.replacing("\"7\"", with: "\"8\"").replacing("第7话", with: "第8话")),
      "/api/v2/search/episodes": .ok(#"{"animes":[]}"#),
    ])

    #expect(await failure { () async throws(DanmakuFetchFailure) in try await fetch(from: server) } == .noEpisode)
  }
}
