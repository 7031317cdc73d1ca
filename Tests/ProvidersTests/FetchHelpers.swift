import Anime
import FaultServer
import HTTP
import Mirrors
import Providers

/// A catalogue of `count` shows as bangumi-data writes it, about 130 bytes a show.
func catalogue(shows count: Int = 200, of title: String = "夜桜") -> [UInt8] {
  let items = (1...max(1, count)).map { number in
    """
    {"title":"\(title) \(number)","titleTranslate":{},"type":"tv","lang":"ja","officialSite":"",\
    "begin":"2026-07-01T13:00:00.000Z","end":"","sites":[{"site":"bangumi","id":"\(number)"}]}
    """
  }
  let text = #"{"siteMeta":{},"items":[\#(count == 0 ? "" : items.joined(separator: ","))]}"#
  return Array(text.utf8)
}

/// The usual times, scaled down; a tenth of the usual 64 MiB.
let quick: FetchTiming = {
  var timing = FetchTiming()
  timing.file.bodyBytes = 6 << 20
  for path in [\FetchTiming.file, \.document] {
    timing[keyPath: path].connectTimeout = .milliseconds(1600)
    timing[keyPath: path].speedWindow = .seconds(2)
  }
  timing.race = RaceTiming(
    stagger: .milliseconds(50), staggerTotal: .milliseconds(60), leadBytes: 5 << 10, quiet: .milliseconds(250))
  timing.poll = VersionPollTiming(
    stagger: .milliseconds(20), staggerTotal: .milliseconds(60), grace: .milliseconds(70), patience: .milliseconds(120))
  // Far longer than a whole run of the tests, in which a task may wait for its turn.
  timing.deadline = .seconds(3600)
  return timing
}()

/// Refuses a catalogue that lacks more than 50 of `present` shows.
func guarded(present: Int = 0) -> @Sendable ([UInt8]) throws(Rejection) -> Int {
  { (bytes) throws(Rejection) in
    let count = try BangumiData.decode(bytes).shows.count
    if count < present - 50 { throw .guarded(missing: present - count, present: present) }
    return count
  }
}

/// Fetches from `mirrors`, in this order.
func fetch(
  _ mirrors: [String], versionFrom: [String] = [], present: PresentCatalogue? = nil, guarding shows: Int = 0,
  health: MirrorHealth = .ephemeral, for purpose: Purpose = .typed, timing: FetchTiming = quick,
  progress: @escaping @Sendable (FetchProgress) -> Void = { _ in }
) async throws -> FetchReport<Int> {
  try await fetchCatalogue(
    from: ProviderConfiguration(name: "test", mirrors: mirrors, versionFrom: versionFrom), present: present,
    client: HTTPClient(userAgent: "yozakura/test"), health: health, for: purpose, timing: timing,
    accept: guarded(present: shows),
    progress: progress)
}

extension MirrorHealth {
  /// One that waits for the first mirror to fail before the second is asked, in the order of the configuration.
  static var patient: MirrorHealth {
    var timing = HealthTiming()
    timing.drawsLots = false
    timing.hedge = .seconds(3600)
    return MirrorHealth(HealthBook(timing: timing)) { epoch.duration(to: .now) }
  }

  private static let epoch = ContinuousClock.now
}

extension FetchReport {
  var file: FetchedFile? {
    switch outcome {
    case .updated(_, let file), .setAside(let file, _, _): file
    case .unchanged, .failed: nil
    }
  }

  /// What happened, in a word.
  var state: String {
    switch outcome {
    case .updated: "updated"
    case .unchanged(let version, _): "unchanged \(version ?? "")"
    case .setAside: "set aside"
    case .failed: "failed"
    }
  }

  func reason(_ mirror: String) -> FetchFailure? {
    failures.first { $0.mirror == mirror }?.reason
  }
}
