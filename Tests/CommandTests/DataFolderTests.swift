import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct DataFolderTests {
  /// Whether a mount namespace of one's own can be had, to make folders that are full or read-only.
  static let canMount: Bool = {
    (try? Program().shell("unshare -m mount -t tmpfs tmpfs /mnt").status) == 0
  }()

  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test(.enabled(if: canMount, "this machine lets nobody mount"))
  func `A read-only data folder is browsed, and not changed`() throws {
    _ = try program.run("follow", "bangumi:400602")
    let outcome = try program.shell(
      """
      unshare -m sh -c 'mount --bind "\(program.home)/data" "\(program.home)/data" && \
      mount -o remount,bind,ro "\(program.home)/data" && "$Y" following && "$Y" follow bangumi:515759 --json'
      """)

    #expect(outcome.status == 1)
    #expect(outcome.lines.first?.contains("葬送のフリーレン") == true)
    #expect(outcome.lines.last?.contains("\"readOnly\"") == true)
  }

  @Test(.enabled(if: canMount, "this machine lets nobody mount"))
  func `A full data folder is told, and nothing is lost`() throws {
    let outcome = try program.shell(
      """
      cd "\(program.home)" && mkdir -p data && unshare -m sh -c 'mount -t tmpfs -o size=64k tmpfs "\(program.home)/data" && \
      "$Y" follow bangumi:400602 >/dev/null && \
      dd if=/dev/zero of="\(program.home)/data/filler" bs=1k 2>/dev/null; \
      for i in 1 2 3 4 5 6; do "$Y" set bangumi:400602 --note "$i$(printf "%0900d" 1)" --json >answer; status=$?; done; \
      cat answer; "$Y" following; exit $status'
      """)

    #expect(outcome.status == 1)
    #expect(outcome.lines.first?.contains("\"full\"") == true)
    #expect(outcome.lines.last?.contains("葬送のフリーレン") == true)
  }

  @Test func `A data folder of a newer format is refused and left alone`() throws {
    _ = try program.run("follow", "bangumi:400602")
    let format = program.data + "/format"
    let text = try String(contentsOfFile: format, encoding: .utf8)
    let newer = text.replacingOccurrences(of: "1", with: "99")
    try newer.write(toFile: format, atomically: true, encoding: .utf8)

    let outcome = try program.run("follow", "bangumi:515759", "--json")
    #expect(outcome.status == 1)
    #expect(try outcome.json("follow").errorCode == "newerFormat")
    let message = try outcome.json("follow").object("error").text("message")
    #expect(message?.contains(format) == true)
    #expect(message?.contains("install the newer Yozakura") == true)
    #expect(try String(contentsOfFile: format, encoding: .utf8) == newer)

    let interface = try program.shell("TERM=xterm script -qec \"$Y\" /dev/null")
    #expect(interface.status == 1)
    #expect(interface.output.contains("install the newer Yozakura"))
  }

  @Test func `Changes that cannot be read are told, and kept`() throws {
    _ = try program.run("follow", "bangumi:400602")
    let garble = "for log in '\(program.data)'/ops/*.*; do echo garbage >\"$log\"; done"
    #expect(try program.shell(garble).status == 0)

    let following = try program.run("following", "--json")
    #expect(following.status == 0)
    #expect(following.talk.contains("cannot be read in either copy"))
    #expect(try program.run("doctor").output.contains("cannot be read in either copy"))
    _ = try program.run("follow", "bangumi:515759")
    #expect(try program.shell("cat '\(program.data)'/quarantine/*").output == "garbage\ngarbage\n")
  }

  @Test func `The cache can be deleted at any time`() throws {
    _ = try program.run("follow", "bangumi:400602")
    try FileManager.default.removeItem(atPath: program.home + "/cache")

    #expect(try program.run("following", "--json").json("following").list("shows").count == 1)
  }
}
