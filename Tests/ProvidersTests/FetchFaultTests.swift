import Anime
import FaultServer
import HTTP
import Mirrors
import Providers
import Testing

/// A mirror that is bad in one way, and how that is told.
struct Fault: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The server and the address, which live as long as the fault is tried.
  let place: @Sendable () throws -> (any Sendable, String)
  let isTold: @Sendable (FetchFailure?) -> Bool

  init(
    _ name: String, at place: @escaping @Sendable () throws -> (any Sendable, String),
    _ isTold: @escaping @Sendable (FetchFailure?) -> Bool
  ) {
    testDescription = name
    self.place = place
    self.isTold = isTold
  }

  init(_ name: String, _ answer: Answer, _ isTold: @escaping @Sendable (FetchFailure?) -> Bool) {
    let place = { @Sendable () throws -> (any Sendable, String) in
      let server = try HostileServer(["/data.json": answer])
      return (server, server.url("/data.json"))
    }
    self.init(name, at: place, isTold)
  }

  init(_ name: String, _ answer: Answer, is failure: FetchFailure) {
    self.init(name, answer) { $0 == failure }
  }

  static let body = catalogue()
  private static let isStalled: @Sendable (FetchFailure?) -> Bool = {
    if case .transport(.stalled)? = $0 { true } else { false }
  }
  private static let isTruncated: @Sendable (FetchFailure?) -> Bool = {
    if case .transport(.truncated)? = $0 { true } else { false }
  }
  private static let isInvalidJSON: @Sendable (FetchFailure?) -> Bool = {
    if case .rejected(.invalidJSON)? = $0 { true } else { false }
  }

  static let all: [Fault] = transport + content

  private static let transport = [
    Fault(
      "refused",
      at: {
        let port = try ClosedPort(); return (port, port.url("/data.json"))
      }
    ) {
      if case .transport(.refused)? = $0 { true } else { false }
    },
    Fault(
      "connect hangs",
      at: {
        let hole = try BlackHole(); return (hole, hole.url("/data.json"))
      }
    ) {
      $0 == .transport(.connectTimeout)
    },
    Fault("no such host", at: { ((), "http://nowhere.invalid/data.json") }) {
      $0 == .transport(.hostUnknown("nowhere.invalid"))
    },
    Fault(
      "TLS expected, none there",
      at: {
        let server = try HostileServer()
        return (server, "https://127.0.0.1:\(server.port)/data.json")
      }
    ) { if case .transport(.tls)? = $0 { true } else { false } },
    Fault("reset", .reset(), is: .transport(.reset(received: 0))),
    Fault("reset in the body", .reset(afterBytes: 9000, of: body), is: .transport(.reset(received: 9000))),
    Fault("silence", .stall(), isStalled),
    Fault("silence after the headers", .stall(afterBytes: 0, of: body), isStalled),
    Fault("silence after 10 KB", .stall(afterBytes: 10_000, of: body), isStalled),
    Fault("trickle", .trickle(body, every: .milliseconds(20)), isStalled),
    Fault("404", .status(404), is: .transport(.status(404, sentence: nil))),
    Fault("403 with a sentence", .status(403, "Not today."), is: .transport(.status(403, sentence: "Not today."))),
    Fault("503", .status(503), is: .transport(.status(503, sentence: nil))),
    Fault("truncated with a length", .truncated(body, .length), isTruncated),
    Fault("truncated in chunks", .truncated(body, .chunked), isTruncated),
    Fault("truncated gzip", .truncatedGzip(body), isTruncated),
    Fault("longer than said", .longer(body), is: .transport(.tooLong(expected: body.count))),
    Fault("redirect loop", .redirect(to: "/data.json"), is: .transport(.tooManyRedirects(limit: 3))),
    Fault(
      "redirect to a file", .redirect(to: "file:///etc/passwd"),
      is: .transport(.forbiddenRedirect(to: "file:///etc/passwd"))),
    Fault(
      "redirect to ftp", .redirect(to: "ftp://127.0.0.1/x"), is: .transport(.forbiddenRedirect(to: "ftp://127.0.0.1/x"))
    ),
    Fault("endless headers", .endlessHeaders, is: .transport(.tooManyHeaders(limit: 64 << 10))),
    Fault("bomb", .bomb(megabytes: 16), is: .transport(.bomb(limit: 6 << 20))),
    Fault("endless body", .endlessBody, is: .transport(.tooLarge(limit: 6 << 20))),
    Fault("not HTTP", .noise) { if case .transport(.malformed)? = $0 { true } else { false } },
  ]

  private static let content = [
    Fault("200 with HTML", .page, is: .rejected(.html)),
    Fault("nothing", .ok([]), is: .rejected(.empty)),
    Fault("truncated without a length", .truncated(body, .none), isInvalidJSON),
    Fault("invalid JSON", .ok(#"{"siteMeta": {}, "items": [}"#), isInvalidJSON),
    Fault("invalid UTF-8", .ok(Array(#"{"siteMeta": {}, "items": [""#.utf8) + [0xFF])) {
      if case .rejected(.invalidUTF8)? = $0 { true } else { false }
    },
    Fault("old schema", .ok(#"{"sites": {}, "items": [{"id": 1, "title": "x", "begin": "2016-01-01"}]}"#)) {
      if case .rejected? = $0 { true } else { false }
    },
    Fault("no shows", .ok(catalogue(shows: 0)), is: .rejected(.noShows(skipped: 0))),
    Fault("shrunken", .ok(catalogue(shows: 100)), is: .rejected(.guarded(missing: 100, present: 200))),
  ]
}

@Suite struct `A bad mirror` {
  /// The second mirror starts when the first has failed, so that every fault comes to light.
  private static let oneByOne: FetchTiming = {
    var timing = quick
    // Far longer than a whole run of the tests, in which a task may wait a minute for its turn.
    timing.race.stagger = .seconds(3600)
    timing.race.staggerTotal = .seconds(3600)
    return timing
  }()

  @Test(arguments: Fault.all)
  func `is left for an honest one, and its reason is told`(_ fault: Fault) async throws {
    let honest = try HostileServer(["/data.json": .gzip(Fault.body)])
    let (place, bad) = try fault.place()
    defer { withExtendedLifetime(place) {} }
    let report = try await fetch(
      [bad, honest.url("/data.json")], guarding: 200, health: .patient, timing: Self.oneByOne)

    #expect(report.file?.bytes == Fault.body)
    #expect(report.file?.mirror == honest.url("/data.json"))
    #expect(fault.isTold(report.reason(bad)), "\(String(describing: report.reason(bad)))")
  }

  @Test(arguments: Fault.all)
  func `beside a slow honest one does not win`(_ fault: Fault) async throws {
    let honest = try HostileServer(["/data.json": .slow(Fault.body, every: .milliseconds(50))])
    let (place, bad) = try fault.place()
    defer { withExtendedLifetime(place) {} }

    #expect(try await fetch([bad, honest.url("/data.json")], guarding: 200).file?.bytes == Fault.body)
  }

  @Test(arguments: Fault.all)
  func `alone is a failure, or a doubt, with its reason`(_ fault: Fault) async throws {
    let (place, bad) = try fault.place()
    defer { withExtendedLifetime(place) {} }
    let report = try await fetch([bad], guarding: 200)

    #expect(["failed", "set aside"].contains(report.state))
    #expect(fault.isTold(report.reason(bad)), "\(String(describing: report.reason(bad)))")
  }

  @Test func `among three is no trouble either, whatever its order`() async throws {
    let server = try HostileServer([
      "/page": .page, "/stall": .stall(afterBytes: 10_000, of: Fault.body), "/good": .ok(Fault.body),
    ])
    for mirrors in [["/page", "/stall", "/good"], ["/stall", "/good", "/page"], ["/good", "/page", "/stall"]] {
      #expect(try await fetch(mirrors.map { server.url($0) }).file?.url == server.url("/good"))
    }
  }
}
