import Anime
import FaultServer
import HTTP
import Locking
import Mirrors
import Providers
import Testing

private let body = catalogue()

/// Waits for every source, so that a busy machine changes no answer.
private let patient: FetchTiming = {
  var timing = quick
  timing.poll.grace = .seconds(3600)
  return timing
}()

@Suite struct `Learning the version` {
  @Test func `takes the highest answer, however it is told`() async throws {
    let server = try HostileServer([
      "/npm": .version("0.3.221"), "/github": .ok(#"{"tag_name": "v0.3.222"}"#),
      "/unpkg": .redirect(to: "/data@0.3.99/data.json"), "/data@0.3.222.json": .ok(body),
    ])
    let sources = ["/npm", "/github", "/unpkg"].map { server.url($0) }
    let report = try await fetch([server.url("/data@{version}.json")], versionFrom: sources, timing: patient)

    #expect(report.file?.version == "0.3.222")
    #expect(report.file?.url == server.url("/data@0.3.222.json"))
    #expect(report.failures == [])
  }

  @Test func `passes over what lies outside the pin`() async throws {
    let server = try HostileServer([
      "/npm": .version("0.4.2"), "/mirror": .version("0.3.222"), "/0.3.222": .ok(body),
    ])
    let sources = ["/npm", "/mirror"].map { server.url($0) }
    let report = try await fetch([server.url("/{version}")], versionFrom: sources, timing: patient)

    #expect(report.file?.version == "0.3.222")
    #expect(report.reason(server.url("/npm")) == .versionOutsidePin("0.4.2"))
  }

  @Test(arguments: ["0.3.222", "0.3.221"])
  func `that is not newer asks no mirror`(_ version: String) async throws {
    let server = try HostileServer(["/npm": .version(version), "/0.3.222": .ok(body)])
    let report = try await fetch(
      [server.url("/{version}")], versionFrom: [server.url("/npm")], present: PresentCatalogue(version: "0.3.222"))

    #expect(report.state == "unchanged \(version)")
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [
    Answer.page, .ok(#"{"version": 3}"#), .ok(#"{"name": "x"}"#), .ok(#"{"version": "latest"}"#), .ok(#"["0.3.222"]"#),
    .ok([0xFF, 0xFE]),
  ])
  func `from an answer that tells none goes on with another source`(_ answer: Answer) async throws {
    let server = try HostileServer(["/bad": answer, "/npm": .version("0.3.222"), "/0.3.222": .ok(body)])
    let sources = ["/bad", "/npm"].map { server.url($0) }
    let report = try await fetch([server.url("/{version}")], versionFrom: sources, timing: patient)

    #expect(report.state == "updated")
    #expect(report.reason(server.url("/bad")) == .noVersionInAnswer)
  }

  @Test func `does not wait for a source that hangs`() async throws {
    let server = try HostileServer(["/stall": .stall(), "/npm": .version("0.3.222"), "/0.3.222": .ok(body)])
    let sources = ["/stall", "/npm"].map { server.url($0) }

    var timing = quick
    timing.document.speedWindow = .seconds(3600)
    let report = try await fetch([server.url("/{version}")], versionFrom: sources, timing: timing)

    #expect(report.state == "updated")
    #expect(report.failures == [])
  }

  @Test func `fails where no source answers, and says which`() async throws {
    let server = try HostileServer(["/0.3.222": .ok(body)])
    let (source, mirror) = (server.url("/npm"), server.url("/{version}"))
    let report = try await fetch([mirror], versionFrom: [source])

    #expect(report.state == "failed")
    #expect(report.reason(source) == .transport(.status(404, sentence: "nothing here")))
    #expect(report.reason(mirror) == .versionUnknown)
  }

  @Test(arguments: [Answer.stall(), .status(500)])
  func `is not needed where an address holds none`(_ source: Answer) async throws {
    let server = try HostileServer(["/npm": source, "/file": .ok(body)])
    let report = try await fetch(
      [server.url("/{version}"), server.url("/file")], versionFrom: [server.url("/npm")])

    #expect(report.file?.mirror == server.url("/file"))
    #expect(report.file?.version == nil)
  }
}

@Suite struct `A file without a version` {
  @Test func `that is there already is unchanged`() async throws {
    let server = try HostileServer(["/file": .ok(body)])
    let report = try await fetch(
      [server.url("/file")], present: PresentCatalogue(version: nil) { $0 == body })

    #expect(report.state == "unchanged ")
  }

  @Test func `with the mark of the last one is not sent again`() async throws {
    let server = try HostileServer(["/file": .marked("\"a\"", body)])
    let first = try #require(try await fetch([server.url("/file")]).file)
    let present = PresentCatalogue(version: nil, url: first.url, etag: first.etag)

    #expect(first.etag == "\"a\"")
    #expect(try await fetch([server.url("/file")], present: present).state == "unchanged ")
  }

  @Test func `learns it from a redirect, and an older one is not taken`() async throws {
    let server = try HostileServer(["/latest": .redirect(to: "/d@0.3.221"), "/d@0.3.221": .ok(body)])

    #expect(try await fetch([server.url("/latest")]).file?.version == "0.3.221")
    let present = PresentCatalogue(version: "0.3.222")
    #expect(try await fetch([server.url("/latest")], present: present).state == "unchanged 0.3.222")
  }
}

@Suite struct `A shrunken catalogue` {
  @Test func `that independent mirrors agree on is set aside`() async throws {
    let small = catalogue(shows: 100)
    let (one, two) = (try HostileServer(["/f": .ok(small)]), try HostileServer(["/f": .gzip(small)]))
    let third = try HostileServer(["/f": .stall()])
    let report = try await fetch([one.url("/f"), two.url("/f"), third.url("/f")], guarding: 200)

    #expect(report.state == "set aside")
    #expect(report.file?.bytes == small)
  }

  @Test func `loses against a whole one`() async throws {
    let (one, two) = (try HostileServer(["/f": .ok(catalogue(shows: 100))]), try HostileServer(["/f": .ok(body)]))

    #expect(try await fetch([one.url("/f"), two.url("/f")], guarding: 200).file?.bytes == body)
  }
}

@Suite(.timeLimit(.minutes(5))) struct `A fetch` {
  @Test func `with everything down ends with every reason`() async throws {
    let (port, hole) = (try ClosedPort(), try BlackHole())
    let server = try HostileServer(["/stall": .stall()])
    let mirrors = [port.url("/f"), hole.url("/f"), server.url("/stall")]
    let report = try await fetch(mirrors)

    #expect(report.state == "failed")
    #expect(Set(report.failures.map(\.mirror)) == Set(mirrors))
  }

  @Test(.timeLimit(.minutes(1))) func `of silent mirrors ends in time, whatever else it woke up for`() async throws {
    let servers = try (0..<3).map { _ in try HostileServer(["/f": .stall()]) }
    var timing = quick
    timing.file.speedWindow = .seconds(3600)
    // Long after the last start, for which it wakes up before.
    timing.deadline = .milliseconds(400)
    let report = try await fetch(servers.map { $0.url("/f") }, timing: timing)

    #expect(report.state == "failed")
    #expect(Set(report.failures.map(\.reason)) == [.tooLate])
  }

  @Test func `waits for the only mirror, however slow, while it is honest`() async throws {
    let server = try HostileServer(["/f": .slow(body, every: .milliseconds(120))])

    #expect(try await fetch([server.url("/f")]).file?.bytes == body)
  }

  @Test func `tells how far it is, at most ten times a second`() async throws {
    let server = try HostileServer(["/f": .slow(body, every: .milliseconds(30))])
    let seen = Lock<[FetchProgress]>([])
    _ = try await fetch([server.url("/f")]) { progress in seen.withLock { $0.append(progress) } }
    let received = seen.withLock { $0 }.filter { $0.phase == .receiving }

    #expect(received.contains { $0.total == body.count && $0.bytes > 0 && $0.bytesPerSecond > 0 })
    #expect(received.count < 10)
    #expect(seen.withLock { $0.last?.phase } == .checking)
    #expect(seen.withLock { $0.last?.bytes } == body.count)
  }

  @Test func `shows the mirror that sends, not the one that failed before it`() async throws {
    let server = try HostileServer([
      "/bad": .reset(afterBytes: 20_000, of: body), "/good": .slow(body, every: .milliseconds(40)),
    ])
    let seen = Lock<[FetchProgress]>([])
    _ = try await fetch(["/bad", "/good"].map { server.url($0) }) { progress in seen.withLock { $0.append(progress) } }

    #expect(
      seen.withLock { $0 }.contains { $0.mirror == server.url("/good") && $0.phase == .receiving && $0.bytes < 20_000 })
  }

  @Test func `that is cancelled ends at once and leaves nobody connected`() async throws {
    let server = try HostileServer(["/f": .stall(afterBytes: 10_000, of: body)])
    let (started, mailbox) = AsyncStream.makeStream(of: FetchProgress.self)
    let url = server.url("/f")
    let task = Task { try await fetch([url], timing: FetchTiming()) { mailbox.yield($0) } }
    for await progress in started where progress.phase == .receiving { break }
    task.cancel()

    await #expect(throws: CancellationError.self) { try await task.value }
  }
}

@Suite struct `A provider's configuration` {
  @Test func `of the built-in one is valid`() throws {
    try ProviderConfiguration.bangumiData.validate()
  }

  @Test func `needs a version source for a template with a version`() {
    let mirror = "https://example.org/{version}.json"

    #expect(throws: ProviderConfigurationError.noVersionSource(template: mirror)) {
      try ProviderConfiguration(name: "own", mirrors: [mirror]).validate()
    }
  }

  @Test(arguments: [
    (ProviderConfiguration(name: "own", mirrors: []), ProviderConfigurationError.noMirror),
    (ProviderConfiguration(name: "a b", mirrors: ["http://a/"]), .badName("a b")),
    (ProviderConfiguration(name: "own", mirrors: ["file:///x"]), .badAddress("file:///x")),
    (ProviderConfiguration(name: "own", mirrors: ["http://a/"], versionFrom: ["b"]), .badAddress("b")),
    (
      ProviderConfiguration(name: "own", kind: "anilist", mirrors: ["http://a/"]),
      .unknownKind("anilist", known: ["bangumi-data", "feed"])
    ),
  ])
  func `is refused with the fact`(_ provider: ProviderConfiguration, _ error: ProviderConfigurationError) {
    #expect(throws: error) { try provider.validate() }
  }
}
