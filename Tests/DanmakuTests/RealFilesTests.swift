import Danmaku
import Foundation
import TestSupport
import Testing

/// The samples of real files, where this machine has them.
enum Samples {
  static let folder = TestData.path("danmaku").map { $0 + "/" }

  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = try #require(folder)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + name)))
  }
}

@Suite(.enabled(if: Samples.folder != nil, Testing.Comment(rawValue: TestData.absence)))
struct `Real files` {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var total: Int
    var notShown: [Comment.Mode: Int] = [:]
    var skipped = 0

    var testDescription: String { name }
  }

  static let samples: [Sample] = [
    Sample(name: "ccl-mit/bilibili.xml", total: 331, notShown: [.positioned: 267]),
    Sample(name: "ccl-mit/boss.xml", total: 1000, notShown: [.positioned: 63]),
    Sample(name: "ccl-mit/comment.xml", total: 1386),
    Sample(name: "ccl-mit/extended.xml", total: 6343, notShown: [.positioned: 6343]),
    Sample(name: "ccl-mit/mikunoshoushitsu.xml", total: 2674, notShown: [.positioned: 1563]),
    Sample(name: "ccl-mit/rokubunnoichi.xml", total: 877, notShown: [.positioned: 876]),
    Sample(name: "ccl-mit/test.xml", total: 1104, notShown: [.positioned: 659], skipped: 15),
    Sample(name: "ccl-mit/tsubasa.xml", total: 654, notShown: [.positioned: 552, .scripted: 82]),
    Sample(name: "ccl-mit/unowen.xml", total: 1853, notShown: [.positioned: 1436]),
    Sample(name: "ccl-mit/invalid/no_closing.xml", total: 7),
    Sample(name: "ccl-mit/invalid/syntax_error.xml", total: 7),
    Sample(name: "dfm-apache2/comments.xml", total: 1239, notShown: [.positioned: 279]),
    Sample(name: "danmakufactory-mit/danmaku01.xml", total: 1200),
    Sample(
      name: "synthetic/edge-cases.xml", total: 20, notShown: [.positioned: 1, .scripted: 1, .animated: 1], skipped: 1),
    Sample(
      name: "synthetic/edge-cases-broken.xml", total: 20, notShown: [.positioned: 1, .scripted: 1, .animated: 1],
      skipped: 1),
    Sample(name: "synthetic/synth-1k.xml", total: 1000, notShown: [.positioned: 8]),
    Sample(name: "synthetic/synth-10k.xml", total: 10_000, notShown: [.positioned: 56]),
  ]

  @Test(arguments: samples) func `Every comment is read or counted`(_ sample: Sample) throws {
    let file = try BilibiliXML.read(Samples.bytes(sample.name))

    #expect(file.total == sample.total)
    #expect(file.notShown == sample.notShown)
    #expect(file.skippedCount == sample.skipped)
  }

  @Test func `Each XML file among those of CommentCoreLibrary but one is read`() throws {
    let folder = try #require(Samples.folder) + "ccl-mit"
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.hasSuffix(".xml") {
      let file = try? BilibiliXML.read(Samples.bytes("ccl-mit/" + name))
      #expect((file != nil) == (name != "invalid/xss.xml"), "\(name)")
    }
  }

  @Test func `What is no danmaku is refused`() throws {
    #expect(throws: DanmakuError.notDanmaku(.markup(root: "img"))) {
      try BilibiliXML.read(Samples.bytes("ccl-mit/invalid/xss.xml"))
    }
    #expect(throws: DanmakuError.notDanmaku(.niconico)) { try BilibiliXML.read(Samples.bytes("derived/nico-7.xml")) }
    #expect(throws: DanmakuError.notDanmaku(.binary)) { try BilibiliXML.read(Samples.bytes("derived/ccl-comment.pb")) }
  }

  @Test(arguments: samples) func `No two comments of a real file meet`(_ sample: Sample) throws {
    let comments = try BilibiliXML.read(Samples.bytes(sample.name)).comments
    let sizes = CommentSizes(comments, width: SimpleWidth.of)
    for (columns, lanes) in [(40, 7), (80, 20), (120, 30)] {
      let layout = LaneLayout(comments, sizes: sizes, rules: LaneRules(columns: columns, lanes: lanes))
      #expect(firstMeeting(in: layout, every: 97) == nil)
    }
  }
}
