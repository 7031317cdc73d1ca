import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct IdentifyTests {
  @Test func `A name is read and its show is found`() throws {
    let outcome = try Program().run("identify", "[Group] 葬送的芙莉莲 [05v2][1080P][简体].mkv", "--json")

    #expect(outcome.status == 0)
    let release = try #require(try outcome.json("identify").list("releases").first)
    #expect(release.text("title") == "葬送的芙莉莲")
    #expect(release.list("episodes").first?.text("first") == "5")
    #expect(release["version"] as? Int == 2)
    let best = try #require(release.list("matches").first)
    #expect(best["confidence"] as? Int ?? 0 >= 90)
    #expect(best["reasons"] as? [String] == ["sameTitle"])
    #expect(best.object("show").object("ids").text("bangumi") == "400602")
  }

  @Test func `A name that fits no show exits 4 and is read all the same`() throws {
    let outcome = try Program().run("identify", "[Group] Qqqqqqqqqq - 05.mkv", "--json")

    #expect(outcome.status == 4)
    let object = try outcome.json("identify")
    #expect(object.errorCode == "notFound")
    #expect(object.list("releases").first?.text("title") == "Qqqqqqqqqq")
  }

  @Test func `A correction holds until it is forgotten`() throws {
    let program = try Program()
    func show(_ outcome: Outcome) throws -> String? {
      let matches = try outcome.json("identify").list("releases").first?.list("matches")
      return matches?.first?.object("show").object("ids").text("bangumi")
    }
    let name = "[Group] Qqqqqqqqqq - 05.mkv"

    _ = try program.run("identify", name, "--correct", "bangumi:400602")
    #expect(try show(program.run("identify", "[Group] Qqqqqqqqqq - 06.mkv", "--json")) == "400602")

    #expect(try program.run("identify", name, "--forget").status == 0)
    #expect(try show(program.run("identify", name, "--json")) == nil)
  }

  @Test func `A release can be of no show`() throws {
    let program = try Program()
    let name = "[Group] 葬送的芙莉莲 - 05.mkv"

    let outcome = try program.run("identify", name, "--correct", "none", "--json")

    #expect(outcome.status == 0)
    #expect(try outcome.json("identify").list("releases").first?.list("matches").isEmpty == true)
  }

  @Test func `A file without a title has that of its folder`() throws {
    let outcome = try Program().run("identify", "/films/葬送的芙莉莲/05.mkv", "--json")

    let release = try #require(try outcome.json("identify").list("releases").first)
    #expect(release.text("title") == "葬送的芙莉莲")
    #expect(release.list("episodes").first?.text("first") == "5")
  }

  @Test func `A damaged file of corrections is named and kept`() throws {
    let program = try Program()
    let file = URL(fileURLWithPath: "\(program.data)/releases.toml")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("[[correction]]\ntitle = \"x\"\nshow = \"?\"\n".utf8).write(to: file)

    let outcome = try program.run("identify", "[Group] X - 05.mkv", "--correct", "none", "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("identify").errorCode == "damaged")
    #expect(try String(contentsOf: file, encoding: .utf8).contains("?"))
  }

  @Test func `What has no title cannot be corrected`() throws {
    let outcome = try Program().run("identify", "[1080p].mkv", "--correct", "none", "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("identify").errorCode == "invalid")
  }
}
