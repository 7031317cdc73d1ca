import Anime
import App

/// Three providers and seven mirrors, one in each state, on an evening that is not a good one.
enum MirrorSamples {
  private static let now = Samples.now

  static let overview = MirrorsOverview(
    providers: [
      .init(
        name: "bangumi-data", version: "0.3.211", fetched: now - .minutes(2),
        mirrors: [unpkg, jsDelivr, github, registry]),
      .init(
        name: "archive", version: "2026.32", fetched: now - .hours(9), isDisputed: true, mirrors: [lying, overloaded]),
      .init(name: "フリーレン同好会", mirrors: [refusing, unasked]),
    ], now: now)

  /// The same while this machine has no way out.
  static var unplugged: MirrorsOverview {
    var overview = overview
    overview.localFault = .noRoute
    return overview
  }

  static let unpkg = MirrorLine(
    provider: "bangumi-data", address: "https://unpkg.com/bangumi-data@{version}/dist/data.json", host: "unpkg.com",
    group: "cloudflare", state: .good, latencies: latencies(84, spread: 37, count: 32), p50: 84, p95: 310,
    throughput: 2_140_000, dataAge: .init(version: "0.3.211"), lastError: .stalled, lastErrorAt: now - .hours(27),
    successRate: 0.979, attempts: 48, isPinned: true, lastSuccess: now - .minutes(2)
  ).graded()

  static let jsDelivr = MirrorLine(
    provider: "bangumi-data", address: "https://cdn.jsdelivr.net/npm/bangumi-data@{version}/dist/data.json",
    host: "cdn.jsdelivr.net", state: .good, latencies: latencies(640, spread: 900, count: 19), p50: 640, p95: 2210,
    throughput: 410_000, dataAge: .init(version: "0.3.209", isBehind: true), successRate: 1, attempts: 19,
    lastSuccess: now - .hours(26)
  ).graded()

  static let github = MirrorLine(
    provider: "bangumi-data",
    address: "https://raw.githubusercontent.com/bangumi-data/bangumi-data/master/dist/data.json",
    host: "raw.githubusercontent.com", group: "github", state: .open,
    latencies: [120, 180, 95, 240, nil, 410, 180, nil, nil, nil], p50: 180, p95: 410, throughput: 96_000,
    dataAge: .init(version: "0.3.211"), lastError: .timedOut, lastErrorAt: now - .seconds(48),
    until: now + .seconds(12), successRate: 0.6, attempts: 10, lastSuccess: now - .hours(3)
  ).graded()

  static let registry = MirrorLine(
    provider: "bangumi-data", address: "https://registry.npmjs.org/bangumi-data/latest", host: "registry.npmjs.org",
    group: "cloudflare", role: .versionSource, state: .probing, latencies: [60, 55, nil, nil, nil], p50: 55, p95: 60,
    dataAge: .init(version: "0.3.211"), lastError: .reset, lastErrorAt: now - .minutes(4), successRate: 0.4,
    attempts: 5, lastSuccess: now - .days(1)
  ).graded()

  static let lying = MirrorLine(
    provider: "archive", address: "http://198.51.100.7:8080/archive.json", host: "198.51.100.7:8080",
    state: .distrusted, latencies: [30, 28, 31], p50: 30, p95: 31, throughput: 9_800_000,
    dataAge: .init(version: "2026.32"), lastError: .lying, lastErrorAt: now - .minutes(50), until: now + .hours(23),
    successRate: 0.667, attempts: 3, lastSuccess: now - .days(2)
  ).graded()

  static let overloaded = MirrorLine(
    provider: "archive", address: "https://anime.example.org/archive.json", host: "anime.example.org", state: .busy,
    latencies: [900, 1400, 3900, 700, 2500], p50: 1400, p95: 3900, throughput: 31_000,
    dataAge: .init(version: "2026.32"), lastError: .busy(until: now + .minutes(3)), lastErrorAt: now - .minutes(1),
    until: now + .minutes(3), successRate: 0.8, attempts: 5, lastSuccess: now - .hours(9)
  ).graded()

  static let refusing = MirrorLine(
    provider: "フリーレン同好会", address: "https://graphql.anilist.example/", host: "graphql.anilist.example",
    state: .refusing, latencies: [nil, nil, nil], lastError: .refusing(sentence: "The AniList API has been disabled."),
    lastErrorAt: now - .minutes(2), until: now + .minutes(8), successRate: 0, attempts: 3
  ).graded()

  static let unasked = MirrorLine(
    provider: "フリーレン同好会", address: "https://夜桜.example/data.json", host: "夜桜.example"
  ).graded()

  /// Latencies around `usual`, the same at each run; every eleventh try failed.
  private static func latencies(_ usual: Int, spread: Int, count: Int) -> [Int?] {
    (0..<count).map { $0 % 11 == 7 ? nil : usual + ($0 * 7919 % 13 - 4) * spread / 6 }
  }
}
