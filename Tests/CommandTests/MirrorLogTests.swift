import FaultServer
import Foundation
import TestSupport
import Testing

/// The log of what was asked of the mirrors, which the program keeps by itself.
@Suite(.blocking)
struct MirrorLogTests {
  private let program: Program
  private let server: HostileServer

  init() throws {
    program = try Program()
    server = try HostileServer(["/good": .ok(SampleCatalogue.bytes()), "/broken": .status(500, "boom")])
    _ = try program.run("provider", "remove", "bangumi-data")
  }

  private func provide(_ path: String) throws {
    let added = try program.run("provider", "add", "bangumi-data", "--name", "test", "--mirror", server.url(path))
    #expect(added.status == 0)
  }

  /// The columns of every line of the only month that there is, by their names.
  private func log() throws -> [[String: String]] {
    let folder = "\(program.home)/state/yozakura/mirrors"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }
    let name = try #require(names.count == 1 ? names.first : nil, "\(names)")
    let lines = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n")
    let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(rows.first)
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  @Test func `A sync leaves a line for each request and one for itself`() throws {
    try provide("/good")
    #expect(try program.run("sync").status == 0)

    let rows = try log()
    #expect(rows.map { $0["traffic"] } == ["content", "sync"])
    #expect(rows.map { $0["outcome"] } == ["ok", "updated"])
    #expect(rows.allSatisfy { $0["provider"] == "test" && $0["origin"] == server.url("") })
    #expect(rows[0]["attempt"] == "1")
    #expect(rows[0]["bytes"] == "\(SampleCatalogue.bytes().count)")
    #expect(rows[1]["age_s"] == "0")
  }

  @Test func `A failure leaves its kind and the words of the service`() throws {
    try provide("/broken")
    #expect(try program.run("sync").status == 3)

    let rows = try log()
    #expect(rows[0]["outcome"] == "serverError")
    #expect(rows[0]["cause"] == "HTTP 500 “boom”")
    #expect(rows.last?["outcome"] == "failed")
    #expect(rows.last?["age_s"] == "")
  }

  @Test func `After a failure it is told how old what is here is`() throws {
    try provide("/good")
    #expect(try program.run("sync").status == 0)
    server.route("/good", .status(500))
    #expect(try program.run("sync").status == 3)

    let age = try #require(try log().last?["age_s"].flatMap { Int($0) })
    #expect((0..<600).contains(age))
  }

  @Test func `Several processes write whole lines`() throws {
    try provide("/good")
    let running = try (0..<8).map { _ in try program.start("sync", "--quiet") }
    for one in running { _ = try one.outcome() }

    let rows = try log()
    #expect(rows.count { $0["traffic"] == "sync" } == 8)
    #expect(rows.allSatisfy { $0.count == 13 })
  }

  @Test func `A folder that cannot be written is no reason to fail`() throws {
    try provide("/good")
    let state = "\(program.home)/state/yozakura"
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: "\(state)/mirrors", contents: nil))

    #expect(try program.run("sync").status == 0)
  }

  @Test func `A month takes two megabytes at most, and loses its older half`() throws {
    try provide("/good")
    #expect(try program.run("sync").status == 0)
    let folder = "\(program.home)/state/yozakura/mirrors"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".tsv") })
    let old = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    let filler = (0..<30_000).map {
      "2026-08-01T00:00:00Z\tfiller\t\tsync\tunchanged\t\t\t\t\($0)\t\t\t0\tto fill the month\n"
    }
    try (old + filler.joined()).write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)

    #expect(try program.run("sync").status == 0)

    let rows = try log()
    #expect((10_000..<20_000).contains(rows.count), "\(rows.count)")
    #expect(rows.contains { $0["total_ms"] == "29999" })
    #expect(!rows.contains { $0["total_ms"] == "0" && $0["provider"] == "filler" })
    #expect(rows.last?["provider"] == "test")
  }

  @Test func `The months of a year and one more are kept`() throws {
    try provide("/good")
    let folder = "\(program.home)/state/yozakura/mirrors"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for year in 2001...2002 {
      for month in 1...12 {
        let name = "\(folder)/\(year)-\(month < 10 ? "0" : "")\(month).tsv"
        #expect(FileManager.default.createFile(atPath: name, contents: Data("time\n".utf8)))
      }
    }
    #expect(try program.run("sync").status == 0)

    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }
    #expect(names.count == 13)
    #expect(names.contains("2002-01.tsv"))
    #expect(!names.contains("2001-12.tsv"))
  }
}
