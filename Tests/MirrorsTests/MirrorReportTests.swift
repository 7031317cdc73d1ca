import Mirrors
import Testing

struct MirrorReportTests {
  private let origin = Origin("https://a.example") ?? .nowhere
  private let other = Origin("https://b.example") ?? .nowhere

  private func request(
    _ second: Int, _ origin: Origin, _ outcome: MirrorRecord.Request.Outcome, _ traffic: Traffic = .content,
    attempt: Int = 1, firstByte: Int? = nil, bytes: Int = 0, local: LocalFault.Cause? = nil
  ) -> MirrorRecord {
    let measure = Measure(firstByte: firstByte.map { .milliseconds($0) }, bytes: bytes)
    return MirrorRecord(
      at: .seconds(second), provider: "p", origin: origin,
      event: .request(.init(traffic, outcome, attempt: attempt, measure: measure)), localCause: local)
  }

  private func sync(
    _ second: Int, _ outcome: MirrorRecord.Sync.Outcome, age: Int? = 0, local: LocalFault.Cause? = nil
  ) -> MirrorRecord {
    MirrorRecord(
      at: .seconds(second), provider: "p", origin: nil,
      event: .sync(.init(outcome, took: .seconds(5), age: age.map { .seconds($0) })), localCause: local)
  }

  @Test func `Nothing gives an empty report`() {
    let report = MirrorReport([])

    #expect(report.mirrors.isEmpty && report.providers.isEmpty)
    #expect(report.span == nil)
  }

  @Test func `Availability is good answers among good and failed ones, without those that were given up`() {
    let report = MirrorReport([
      request(1, origin, .good), request(2, origin, .good), request(3, origin, .good),
      request(4, origin, .failed(.reset)), request(5, origin, .abandoned),
    ])

    #expect(report.mirrors.first?.requests.availability == 0.75)
    #expect(report.mirrors.first?.requests.abandoned == 1)
  }

  @Test func `A failure through a fault on this side counts for nobody`() {
    let report = MirrorReport([
      request(1, origin, .good), request(100, origin, .failed(.nameUnknown)),
      request(101, origin, .failed(.nameUnknown), local: .noDNS), sync(102, .failed, local: .noDNS),
    ])

    let requests = report.mirrors.first?.requests
    #expect(requests?.excused == 2)
    #expect(requests?.availability == 1)
    #expect(requests?.causes.isEmpty == true)
    #expect(report.providers.first?.syncs.availability == nil)
  }

  @Test func `What a service says for itself counts whatever is wrong here, and so does what came long before`() {
    let report = MirrorReport([
      request(80, origin, .failed(.nameUnknown)), request(100, origin, .failed(.serverError)),
      sync(101, .failed, local: .noDNS),
    ])

    #expect(report.mirrors.first?.requests.failed == 2)
  }

  @Test func `Latencies are those of good answers`() {
    let good = (1...100).map { request($0, origin, .good, firstByte: $0) }
    let report = MirrorReport(good + [request(101, origin, .failed(.stalled), firstByte: 9000)])

    let quantiles = report.mirrors.first?.requests.firstByte
    #expect([quantiles?[0.5], quantiles?[0.95], quantiles?[0.99]] == [50, 95, 99])
  }

  @Test func `A sync that another than the first answered is a failover`() {
    let report = MirrorReport([
      request(1, origin, .good), sync(1, .updated),
      request(101, origin, .failed(.refused)), request(102, other, .good, attempt: 2), sync(103, .updated),
      request(201, other, .good, .metadata, attempt: 3), request(202, origin, .good), sync(203, .unchanged),
    ])

    #expect(report.providers.first?.syncs.failovers == 1)
  }

  @Test func `An outage lasts from the first failure to the next good answer`() {
    let report = MirrorReport([
      request(10, origin, .failed(.reset)), request(20, origin, .good),
      request(100, origin, .failed(.reset)), request(160, origin, .failed(.reset)), request(400, origin, .good),
      request(500, origin, .failed(.reset)), request(600, origin, .failed(.reset)),
    ])

    let outages = report.mirrors.first?.requests.outages
    #expect(outages?.count == 3)
    #expect(outages?.longest == .init(began: .seconds(100), ended: .seconds(400), isOver: true))
  }

  @Test func `An outage that has not ended may be the longest`() {
    let report = MirrorReport([sync(10, .updated), sync(100, .failed), sync(900, .failed)])

    #expect(
      report.providers.first?.syncs.outages.longest == .init(began: .seconds(100), ended: .seconds(900), isOver: false))
  }

  @Test func `Data grow older from sync to sync`() {
    let report = MirrorReport([
      sync(0, .updated), sync(100, .failed, age: 100), sync(200, .updated), sync(300, .updated),
    ])

    // 0 to 200 s, then 0 to 100 s.
    let syncs = report.providers.first?.syncs
    #expect(syncs?.worstAge == .seconds(200))
    #expect(syncs?.meanAge.map { ($0 / .seconds(1)).rounded() } == 83)
  }

  @Test func `Bytes and causes are summed by mirror and by provider`() {
    let report = MirrorReport([
      request(1, origin, .good, bytes: 10), request(2, other, .failed(.reset), bytes: 5),
      request(3, other, .failed(.reset)), request(4, origin, .failed(.busy)),
    ])

    #expect(report.mirrors.map(\.requests.bytes) == [10, 5])
    #expect(report.providers.first?.requests.bytes == 15)
    #expect(report.providers.first?.requests.rankedCauses.map(\.code) == [.reset, .busy])
  }

  @Test func `The order of the records makes no difference`() {
    let records = [
      request(1, origin, .good), request(50, other, .failed(.reset)), sync(60, .updated), sync(70, .failed),
    ]

    #expect(MirrorReport(records) == MirrorReport(records.reversed()))
  }
}
