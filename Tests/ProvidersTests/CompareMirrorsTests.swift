import Anime
import FaultServer
import HTTP
import Mirrors
import Providers
import Testing

/// A second opinion over real connections.
@Suite struct CompareMirrorsTests {
  private let servers: [HostileServer]
  private let health = MirrorHealth.patient
  private static let (good, other) = (catalogue(), catalogue(of: "葉桜"))

  init() throws {
    servers = try (0..<4).map { _ in try HostileServer(["/0.3.1": .ok(Self.good)]) }
    // All are known, the first best, so that chance tries nobody first.
    let now = health.now
    health.withBook { book in
      for (place, server) in servers.enumerated() {
        guard let origin = Origin(server.url()) else { continue }
        let measure = Measure(firstByte: .milliseconds(10 + 500 * place), total: .seconds(3))
        book.note(Observation(origin, .content, .success, measure), at: now)
      }
    }
  }

  private func mirror(_ place: Int) -> String { servers[place].url("/{version}") }

  /// Compares what the first mirror gave with what the others give.
  private func compare(_ mirrors: [String]? = nil, digest: String = digest(good)) async throws
    -> MirrorComparisonReport?
  {
    let mirrors = mirrors ?? servers.indices.map(mirror)
    return try await compareMirrors(
      of: ProviderConfiguration(name: "test", mirrors: mirrors, versionFrom: []),
      with: TakenVersion(version: "0.3.1", mirror: mirrors[0], digest: digest),
      client: HTTPClient(userAgent: "yozakura/test"), health: health, timing: quick, digest: Self.digest,
      accept: { bytes throws(Rejection) in _ = try guarded()(bytes) })
  }

  /// Any name will do that is another for other bytes.
  private static func digest(_ bytes: [UInt8]) -> String { "\(bytes.hashValue)" }

  private func isDistrusted(_ place: Int) -> Bool {
    guard let origin = Origin(servers[place].url()) else { return false }
    let obstacle = health.withBook { $0.obstacle(to: origin, .content, at: health.now) }
    return if case .distrusted = obstacle { true } else { false }
  }

  @Test func `One that gives the same confirms, and nobody else is asked, nor the first`() async throws {
    let report = try await compare()

    #expect(report?.verdict == .agreed(with: 1))
    #expect(servers.map(\.requests.count) == [0, 1, 0, 0])
  }

  @Test func `A liar is distrusted from then on`() async throws {
    servers[1].route("/0.3.1", .ok(Self.other))

    let report = try await compare()

    #expect(report?.verdict == .otherLies(1, witness: 2))
    #expect((0...3).map(isDistrusted) == [false, true, false, false])
  }

  @Test func `Two that give the same convict the first, and their file is there to be applied`() async throws {
    let report = try await compare(digest: Self.digest(Self.other))

    #expect(report?.verdict == .firstLies(majority: [1, 2]))
    #expect(report?.files[1]?.bytes == Self.good)
    #expect(isDistrusted(0))
  }

  @Test func `A portal's page is no opinion`() async throws {
    servers[1].route("/0.3.1", .page)

    let report = try await compare()

    #expect(report?.verdict == .agreed(with: 2))
    #expect(report?.failures.map(\.mirror) == [mirror(1)])
    #expect(!isDistrusted(1))
  }

  @Test(arguments: [Answer.status(404), .status(500), .reset(), .noise, .nothing])
  func `Who gives nothing usable is passed over, and blamed for no lie`(_ bad: Answer) async throws {
    servers[1].route("/0.3.1", bad)

    #expect(try await compare()?.verdict == .agreed(with: 2))
    #expect(!isDistrusted(1))
  }

  @Test func `Where nobody is left it stays unconfirmed`() async throws {
    for place in 1...3 { servers[place].route("/0.3.1", .status(500)) }

    let report = try await compare()

    #expect(report?.verdict == .unconfirmed)
    #expect(report?.failures.count == 3)
    #expect(try await compare([mirror(0)])?.verdict == .unconfirmed)
  }

  @Test func `A mirror that asked for a pause is not asked for its opinion`() async throws {
    servers[1].route("/0.3.1", .status(429, headers: ["Retry-After": "600"]))
    _ = try await compare()
    #expect(servers[1].requests.count == 1)

    #expect(try await compare()?.verdict == .agreed(with: 2))
    #expect(servers[1].requests.count == 1)
  }

  @Test func `An address without a version cannot be compared`() async throws {
    #expect(try await compare([servers[0].url("/0.3.1"), mirror(1)]) == nil)
  }
}
