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
    /// Those that have no lane, by their mode.
    var laneless: [Comment.Mode: Int] = [:]
    var skipped: [SkipReason: Int] = [:]
    var format = DanmakuFormat.bilibiliXML

    var testDescription: String { name }
  }

  static let samples: [Sample] = [
    Sample(name: "ccl-mit/bilibili.xml", total: 331, laneless: [.positioned: 267]),
    Sample(name: "ccl-mit/boss.xml", total: 1000, laneless: [.positioned: 63]),
    Sample(name: "ccl-mit/comment.xml", total: 1386),
    Sample(name: "ccl-mit/extended.xml", total: 6343, laneless: [.positioned: 6343]),
    Sample(name: "ccl-mit/mikunoshoushitsu.xml", total: 2674, laneless: [.positioned: 1563]),
    Sample(name: "ccl-mit/rokubunnoichi.xml", total: 877, laneless: [.positioned: 876]),
    Sample(name: "ccl-mit/test.xml", total: 1104, laneless: [.positioned: 659], skipped: [.emptyText: 15]),
    Sample(name: "ccl-mit/tsubasa.xml", total: 654, laneless: [.positioned: 552, .scripted: 82]),
    Sample(name: "ccl-mit/unowen.xml", total: 1853, laneless: [.positioned: 1436]),
    Sample(name: "ccl-mit/invalid/no_closing.xml", total: 7),
    Sample(name: "ccl-mit/invalid/syntax_error.xml", total: 7),
    Sample(name: "dfm-apache2/comments.xml", total: 1239, laneless: [.positioned: 279]),
    Sample(name: "danmakufactory-mit/danmaku01.xml", total: 1200),
    Sample(
      name: "synthetic/edge-cases.xml", total: 20, laneless: [.positioned: 1, .scripted: 1, .animated: 1],
      skipped: [.emptyText: 1]),
    Sample(
      name: "synthetic/edge-cases-broken.xml", total: 20, laneless: [.positioned: 1, .scripted: 1, .animated: 1],
      skipped: [.emptyText: 1]),
    Sample(name: "synthetic/synth-1k.xml", total: 1000, laneless: [.positioned: 8]),
    Sample(name: "synthetic/synth-10k.xml", total: 10_000, laneless: [.positioned: 56]),
    Sample(name: "synthetic/synth-1k.pb", total: 1000, laneless: [.positioned: 8], format: .bilibiliProtobuf),
    Sample(name: "synthetic/synth-1k.dandanplay.json", total: 1000, format: .dandanplay),
    Sample(name: "synthetic/synth-1k.acfun.json", total: 1000, format: .acfun),
    Sample(name: "derived/ccl-comment.pb", total: 1386, format: .bilibiliProtobuf),
    Sample(name: "derived/ccl-comment.dandanplay.json", total: 1386, format: .dandanplay),
    Sample(name: "derived/nico-7.xml", total: 1001, skipped: [.beforeStart: 74], format: .niconicoXML),
    Sample(name: "derived/nico-7.legacy.json", total: 1001, skipped: [.beforeStart: 74], format: .niconicoJSON),
    Sample(name: "derived/nico-7.v1.json", total: 1001, skipped: [.beforeStart: 74], format: .niconicoJSON),
    Sample(name: "niconicomments-mit/0.json", total: 954, format: .niconicoJSON),
    Sample(name: "niconicomments-mit/1.json", total: 4630, format: .niconicoJSON),
    Sample(name: "niconicomments-mit/7.json", total: 1001, skipped: [.beforeStart: 74], format: .niconicoJSON),
    Sample(name: "niconicomments-mit/15.json", total: 2313, skipped: [.beforeStart: 1857], format: .niconicoJSON),
    Sample(name: "niconicomments-mit/18.json", total: 598, format: .niconicoJSON),
    Sample(
      name: "niconicomments-mit/29.json", total: 1088, laneless: [.scripted: 582],
      skipped: [.emptyText: 208, .invisible: 4], format: .niconicoJSON),
    Sample(
      name: "ccl-mit/ACFun.json", total: 155, laneless: [.positioned: 90], skipped: [.emptyText: 4], format: .acfun),
    Sample(name: "ccl-mit/ac940133.json", total: 2146, laneless: [.positioned: 2145], format: .acfun),
  ]

  @Test(arguments: samples) func `Every comment is read or counted`(_ sample: Sample) throws {
    let file = try DanmakuFile(reading: Samples.bytes(sample.name))

    #expect(file.format == sample.format)
    #expect(file.total == sample.total)
    #expect(DanmakuStatistics(file).modes.filter { !$0.key.isText } == sample.laneless)
    // Each position in a real file can be read; scripts are not run.
    #expect(file.notShown == sample.laneless.filter { $0.key != .positioned })
    #expect(file.skipped == sample.skipped)
  }

  @Test(arguments: ["derived/nico-7.xml", "derived/nico-7.legacy.json", "derived/nico-7.v1.json"])
  func `Niconico's shapes hold the same comments`(_ name: String) throws {
    let comments = try DanmakuFile(reading: Samples.bytes(name)).comments
    let formatted = try DanmakuFile(reading: Samples.bytes("niconicomments-mit/7.json")).comments

    #expect(zip(comments, formatted).allSatisfy { looksTheSame($0, $1) })
  }

  @Test(arguments: ["derived/ccl-comment.pb", "derived/ccl-comment.dandanplay.json"])
  func `Bilibili's comments are the same in every shape`(_ name: String) throws {
    let comments = try DanmakuFile(reading: Samples.bytes(name)).comments
    let xml = try DanmakuFile(reading: Samples.bytes("ccl-mit/comment.xml")).comments

    #expect(zip(comments, xml).allSatisfy { looksTheSame($0, $1) && $0.sender == $1.sender && $0.id == $1.id })
  }

  /// Whether two comments cannot be told apart on the stage; dandanplay keeps hundredths of seconds and no sizes.
  private func looksTheSame(_ one: Danmaku.Comment, _ other: Danmaku.Comment) -> Bool {
    one.text == other.text && one.mode == other.mode && one.color == other.color && abs(one.time - other.time) <= 5
  }

  @Test func `Each XML file among those of CommentCoreLibrary but one is read`() throws {
    let folder = try #require(Samples.folder) + "ccl-mit"
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.hasSuffix(".xml") {
      let file = try? DanmakuFile(reading: Samples.bytes("ccl-mit/" + name))
      #expect((file != nil) == (name != "invalid/xss.xml"), "\(name)")
    }
  }

  @Test func `What is no danmaku is refused`() throws {
    #expect(throws: DanmakuError.notDanmaku(.markup(root: "img"))) {
      try DanmakuFile(reading: Samples.bytes("ccl-mit/invalid/xss.xml"))
    }
    #expect(throws: DanmakuError.notDanmaku(.subtitles)) {
      try DanmakuFile(reading: Samples.bytes("danmakufactory-mit/danmaku01.ass"))
    }
  }

  @Test(arguments: samples) func `No two comments of a real file meet`(_ sample: Sample) throws {
    let comments = try DanmakuFile(reading: Samples.bytes(sample.name)).comments
    let sizes = CommentSizes(comments, width: SimpleWidth.of)
    for (columns, lanes) in [(40, 7), (80, 20), (120, 30)] {
      let layout = LaneLayout(comments, sizes: sizes, rules: LaneRules(columns: columns, lanes: lanes))
      #expect(firstMeeting(in: layout, every: 97) == nil)
    }
  }
}
