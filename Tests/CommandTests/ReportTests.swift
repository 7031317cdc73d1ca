import FaultServer
import Foundation
import TestSupport
import Testing

/// `report`, on logs as the manual describes them.
@Suite(.blocking)
struct ReportTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func write(_ month: String, _ lines: [String]) throws {
    let folder = "\(program.home)/state/yozakura/mirrors"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let header =
      "time provider origin traffic outcome attempt connect_ms first_byte_ms total_ms bytes version age_s cause"
    let text = ([header] + lines).map { $0.replacing(" ", with: "\t") + "\n" }.joined()
    try text.write(toFile: "\(folder)/\(month).tsv", atomically: true, encoding: .utf8)
  }

  /// A mirror that fails and another that answers; a space stands for a tab.
  private var lines: [String] {
    [
      "2026-08-01T10:00:00Z p https://a.example content ok 1 20 80 90 1000   ",
      "2026-08-01T10:00:01Z p https://a.example sync updated    1200  0.3.1 0 ",
      "2026-08-02T10:00:00.500Z p https://a.example content refused 1   4 0   ",
      "2026-08-02T10:00:01Z p https://b.example content ok 2 20 120 200 2000   ",
      "2026-08-02T10:00:02Z p https://b.example sync updated    2000  0.3.2 0 ",
    ]
  }

  @Test func `It tells availability, latency, failovers, bytes and age`() throws {
    try write("2026-08", lines)

    let report = try program.run("report", "--json").json("report")
    #expect(report.text("month") == "2026-08")
    #expect(report.text("from") == "2026-08-01T10:00:00Z")
    let mirrors = report.list("mirrors")
    #expect(mirrors.map { $0["availabilityPerMille"] as? Int } == [500, 1000])
    #expect(mirrors.first?.object("causes")["refused"] as? Int == 1)
    #expect(mirrors.last?.object("firstByteMs")["p95"] as? Int == 120)
    let provider = try #require(report.list("providers").first)
    #expect(provider["failovers"] as? Int == 1)
    #expect(provider.object("syncs")["updated"] as? Int == 2)
    #expect(provider.object("requests")["bytes"] as? Int == 3000)
    #expect(provider.object("ageSeconds")["worst"] as? Int == 86_401)
  }

  @Test func `Markdown holds the same in tables, and the same each time`() throws {
    try write("2026-08", lines)
    let report = try program.run("report")

    #expect(report.status == 0)
    #expect(report.lines.first == "# Mirrors in 2026-08")
    #expect(report.lines.contains { $0.hasPrefix("| p | https://a.example | 50.0 % | 1 | 1 | 0 | 0 | 80 ms |") })
    #expect(report.lines.contains { $0.hasPrefix("| p | 100.0 % | 2 | 0 | 0 | 0 | 0 | 1 |") })
    #expect(try program.run("report").output == report.output)
  }

  @Test func `A form that is asked for by name is JSON too, also where it fails`() throws {
    #expect(try program.run("report", "--format", "json").json("report").text("month") == "2026-08")
    let failed = try program.run("report", "--format", "json", "--month", "2027-01")
    #expect(try failed.json("report").errorCode == "notFound")
  }

  @Test func `A line that makes no sense is left out and counted`() throws {
    try write("2026-08", lines + ["nonsense", "2026-08-03T10:00:00Z p https://a.example content ok 1 20"])

    let report = try program.run("report", "--json").json("report")
    #expect(report["damagedLines"] as? Int == 2)
    #expect(report.list("mirrors").count == 2)
  }

  @Test func `A month of which nothing is known says so`() throws {
    let empty = try program.run("report")

    #expect(empty.status == 0)
    #expect(empty.output.contains("Nothing was asked of any mirror in this month."))
  }

  @Test(arguments: ["2026", "2026-13", "august", "2026-08-01"])
  func `What is no month is a usage error that names the form`(_ month: String) throws {
    let outcome = try program.run("report", "--month", month)

    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("2026-08"))
  }

  @Test func `A month that has not come names those that there are`() throws {
    try write("2026-07", lines)
    let outcome = try program.run("report", "--month", "2026-12")

    #expect(outcome.status == 4)
    #expect(outcome.talk.contains("2026-07"))
  }

  @Test func `It tells of one provider where one is named`() throws {
    try write("2026-08", lines + ["2026-08-03T10:00:00Z q https://c.example content ok 1 20 80 90 1000   "])

    let report = try program.run("report", "--json", "--provider", "q").json("report")
    #expect(report.list("mirrors").map { $0.text("provider") } == ["q"])
    #expect(try program.run("report", "--provider", "r").status == 4)
  }

  @Test func `What syncs leave behind can be told of`() throws {
    let server = try HostileServer(["/good": .ok(SampleCatalogue.bytes()), "/broken": .status(500)])
    _ = try program.run("provider", "remove", "bangumi-data")
    let added = try program.run(
      "provider", "add", "bangumi-data", "--name", "test", "--mirror", server.url("/broken"), "--mirror",
      server.url("/good"))
    #expect(added.status == 0)
    #expect(try program.run("sync").status == 0)

    // The log goes by the machine's clock, whatever stands in for the present.
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(program.home)/state/yozakura/mirrors")
    let month = try #require(names.first { $0.hasSuffix(".tsv") }?.dropLast(4))
    let report = try program.run("report", "--json", "--month", String(month)).json("report")
    #expect(report.list("providers").first?.object("syncs")["updated"] as? Int == 1)
    #expect(report.list("mirrors").first?["good"] as? Int == 1)
  }
}
