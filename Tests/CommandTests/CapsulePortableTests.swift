import Anime
import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct CapsulePortableTests {
  private let here: Program
  private let there: Program

  /// A home with a commit and a list, and one that has never been used.
  init() throws {
    (here, there) = (try Program(), try Program())
    try CapsuleHistory(here).sync(CapsuleHistory.file(), at: Instant(seconds: 1_786_000_000))
    _ = try here.run("follow", "bangumi:900003")
  }

  private var archive: String { here.home + "/capsule.tar.zst" }

  private func files(of program: Program) throws -> String {
    try program.shell("cd '\(program.data)' 2>/dev/null && find . -type f ! -name 'lock*' -exec sha256sum {} + | sort")
      .output
  }

  @Test func `An archive is written, taken in, and brings nothing once more`() throws {
    let written = try here.run("capsule", "export", archive, "--json")
    #expect(written.status == 0)
    let export = try written.json("capsule-export")
    #expect(export["commits"] as? Int == 1 && export["operations"] as? Int == 1 && export["devices"] as? Int == 1)

    let planned = try there.run("capsule", "import", archive, "--dry-run", "--json").json("capsule-import")
    #expect(planned["applied"] as? Bool == false && planned["commits"] as? Int == 1)
    #expect(try files(of: there).isEmpty)

    let taken = try there.run("capsule", "import", archive, "--json")
    let object = try taken.json("capsule-import")
    #expect(taken.status == 0)
    #expect(object["applied"] as? Bool == true && object.text("present") == "forward")
    #expect(object["objects"] as? Int == export["objects"] as? Int)
    #expect(object.list("devices").compactMap { $0["operations"] as? Int } == [1])
    #expect(try there.run("following", "--json").json("following").list("shows").count == 1)
    #expect(try there.run("capsule", "verify", "--read-all").status == 0)

    let before = try files(of: there)
    let again = try there.run("capsule", "import", archive, "--json")
    let nothing = try again.json("capsule-import")
    #expect(again.status == 0)
    #expect(nothing["commits"] as? Int == 0 && nothing.text("present") == "kept")
    #expect(try there.run("capsule", "import", archive).output.contains("nothing in it is new"))
    #expect(try files(of: there) == before)
  }

  @Test func `A bad archive is one object with the reason and status 1, and changes nothing`() throws {
    _ = try there.run("follow", "bangumi:400602")
    _ = try here.run("capsule", "export", archive)
    let cut = here.home + "/cut.tar.zst"
    #expect(try here.shell("head -c 2000 '\(archive)' >'\(cut)' && echo 夜桜 >'\(here.home)/text'").status == 0)
    let before = try files(of: there)
    for path in [cut, here.home + "/text"] {
      for option in ["--json", "--dry-run --json"] {
        let outcome = try there.shell("\"$Y\" capsule import '\(path)' \(option)")
        let object = try outcome.json("capsule-import")
        #expect(outcome.status == 1)
        #expect(object.errorCode == "damaged")
        #expect(object.object("error").text("message")?.hasSuffix("Nothing was imported.") == true)
      }
      let people = try there.run("capsule", "import", path)
      #expect(people.status == 1 && people.output.isEmpty)
      #expect(people.talk.contains("Nothing was imported."))
    }
    #expect(try files(of: there) == before)
  }

  @Test func `What is not there and what cannot be written is one object with status 1`() throws {
    let missing = try there.run("capsule", "import", here.home + "/nowhere", "--json")
    #expect(missing.status == 1)
    #expect(try missing.json("capsule-import").errorCode != nil)

    let unwritten = try here.run("capsule", "export", here.home + "/nowhere/x.tar.zst", "--json")
    #expect(unwritten.status == 1)
    #expect(try unwritten.json("capsule-export").errorCode != nil)
  }

  @Test func `Two devices exchange their logs in a folder`() throws {
    _ = try there.run("capsule", "import", here.data)
    _ = try there.run("follow", "bangumi:900005")
    let folder = here.home + "/shared"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for program in [here, there] {
      let written = try program.run("capsule", "export", folder, "--json")
      #expect(written.status == 0)
      #expect(try written.json("capsule-export")["operations"] as? Int == 1)
    }
    #expect(try here.run("capsule", "import", folder, "--json").status == 0)
    #expect(try here.run("following", "--json").json("following").list("shows").count == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
  }
}
