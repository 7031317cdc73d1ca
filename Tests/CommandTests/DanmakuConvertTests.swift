import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct DanmakuConvertTests {
  private let program: Program

  init() throws {
    program = try Program()
    try file("a.xml", "<i><d p=\"1.5,1,25,255,0,0,abc,1\">来了</d><d p=\"2,4,25,16777215\">頭髪</d><d p=\"x\">?</d></i>")
  }

  private func file(_ name: String, _ text: String) throws {
    try text.write(toFile: program.home + "/" + name, atomically: true, encoding: .utf8)
  }

  /// Waits until `isReady` holds, which it has to soon.
  private func wait(until isReady: () -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while !isReady() {
      try #require(ContinuousClock.now < deadline)
      // What is waited for is done by another process, which tells nobody: it is asked for again in a moment.
      usleep(5000)
    }
  }

  private func text(of name: String) throws -> String {
    try String(contentsOfFile: program.home + "/" + name, encoding: .utf8)
  }

  @Test(arguments: [("o.ass", "Dialogue: "), ("o.xml", "<d p="), ("o.json", "\"cid\":"), ("o.jsonl", "\"time\":")])
  func `The name of the output tells the form`(_ name: String, _ mark: String) throws {
    let outcome = try program.run("danmaku", "convert", "a.xml", "-o", name)

    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.talk.contains("a.xml: 2 read, 1 skipped: no time or mode (1)"))
    #expect(try text(of: name).components(separatedBy: mark).count == 3)
  }

  @Test func `What finds no lane is counted in words`() throws {
    try file("full.xml", "<i>" + (0..<3).map { "<d p=\"1,5,25,255,0,0,a,\($0)\">t\($0)</d>" }.joined() + "</i>")
    let outcome = try program.run("danmaku", "convert", "full.xml", "--resolution", "1920x50", "-o", "o.ass")

    #expect(outcome.talk.contains("1 written as ass, 2 hidden: every lane was taken (2)"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `A signal while the output is written leaves no part of it behind`(_ signal: Int32) throws {
    let rows = (0..<5000).map { "<d p=\"\($0),1\">コメント\($0)</d>" }
    try file("many.xml", "<i>" + rows.joined() + "</i>")
    // The draft is a pipe, which holds less than the output: the program waits within a write.
    let running = try program.startShell(
      "mkfifo out.jsonl.$$.new && exec \"$Y\" danmaku convert many.xml -o out.jsonl")
    let draft = "\(program.home)/out.jsonl.\(running.child.process).new"
    try wait { access(draft, F_OK) == 0 }
    let reader = open(draft, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    var byte: UInt8 = 0
    try wait { read(reader, &byte, 1) == 1 }
    kill(running.child.process, signal)
    let outcome = try running.outcome()

    #expect(outcome.wasKilled ? outcome.status == SIGTERM : outcome.status == 130)
    #expect(outcome.wasKilled == (signal == SIGTERM))
    #expect(access(draft, F_OK) != 0)
    #expect(access(program.home + "/out.jsonl", F_OK) != 0)
  }

  @Test func `Comments go through pipes`() throws {
    let outcome = try program.shell("$Y danmaku convert - --to jsonl --quiet < a.xml | $Y danmaku convert - --to xml")

    #expect(outcome.status == 0)
    #expect(outcome.output.contains("<d p=\"1.500,1,25,255,0,0,abc,1\">来了</d>"))
  }

  @Test func `Files are merged, each moved by its own offset, and none is counted twice`() throws {
    try file("b.xml", "<i><d p=\"11.5,1,25,255,0,0,abc,1\">来了</d><d p=\"13,1,25,255\">別</d></i>")
    let outcome = try program.run(
      "danmaku", "convert", "a.xml", "b.xml", "--offset", "0", "--offset", "-10", "-o", "o.jsonl", "--json")

    let object = try outcome.json("danmaku-convert")
    #expect(object["written"] as? Int == 3)
    #expect(object.list("inputs").map { $0["read"] as? Int } == [2, 2])
    #expect(object.list("inputs").compactMap { $0["shared"] as? Int }.reduce(0, +) == 1)
    #expect(try text(of: "o.jsonl").contains("{\"time\":3000,\"text\":\"別\""))
  }

  @Test(arguments: ["0", "1"])
  func `A file alone stays whole, moved or not`(_ offset: String) throws {
    let line = "<d p=\"1.5,1,25,255,0,0,abc,1\">来了</d>"
    try file("twice.xml", "<i>\(line)\(line)</i>")
    func written(_ files: String) throws -> Int? {
      let line = "exec \"$Y\" danmaku convert \(files) --offset \(offset) -o o.jsonl --json"
      return try program.shell(line).json("danmaku-convert")["written"] as? Int
    }

    #expect(try written("twice.xml") == 2)
    #expect(try written("twice.xml twice.xml") == 1)
  }

  @Test(arguments: [("ass", 2, 0), ("jsonl", 2, 0), ("xml", 0, 2), ("dandanplay", 0, 2)])
  func `What is moved before the film stays where it is still shown, and where the form has such times`(
    _ form: String, _ written: Int, _ early: Int
  ) throws {
    let line = "danmaku convert a.xml --offset -4 --to \(form) -o out --json"
    let object = try program.shell("exec \"$Y\" \(line)").json("danmaku-convert")

    #expect(object["written"] as? Int == written)
    #expect(object.list("inputs").first?["early"] as? Int == early)
  }

  @Test func `Subtitles leave out what is gone when the film begins`() throws {
    // The still one stands for five seconds from 2.0 on, the other one crosses in twelve from 1.5 on.
    let outcome = try program.run("danmaku", "convert", "a.xml", "--offset", "-7.5")

    #expect(outcome.output.contains("来了") && !outcome.output.contains("頭髪"))
    #expect(outcome.talk.contains("1 before the film"))
    let moved = try program.shell("$Y danmaku convert a.xml --offset -7.5 --to jsonl -q | $Y danmaku convert -")
    #expect(moved.output == outcome.output)
  }

  @Test func `A large file that cannot be cut into pieces is read whole`() throws {
    // The numbers come last, where no piece can begin.
    let name = String(repeating: "x", count: 500_000)
    try file("large.xml", "<i>" + (0..<40).map { "<d user=\"\(name)\" p=\"\($0),1\">t\($0)</d>" }.joined() + "</i>")
    let outcome = try program.run("danmaku", "convert", "large.xml", "-o", "o.jsonl")

    #expect(outcome.talk.contains("large.xml: 40 read"))
    #expect(try text(of: "o.jsonl").components(separatedBy: "\"text\":\"t").count == 41)
  }

  @Test(arguments: ["<i><d p=\"1,1\">x</d>", "[{\"cid\":1,\"p\":\"1,1\",\"m\":\"x\"},"])
  func `A file too large for any list of comments is refused with the limit`(_ head: String) throws {
    try file("huge", head)
    // A hole: none of it takes room on the disk.
    try #require(truncate(program.home + "/huge", 1_400_000_001) == 0)
    let outcome = try program.run("danmaku", "convert", "huge", "-o", "o.jsonl")

    #expect(outcome.status != 0)
    #expect(outcome.talk.contains("huge: it has more than 1,400,000,000 bytes"))
  }

  @Test func `Chinese is written in the characters that one reads`() throws {
    #expect(
      try program.run("danmaku", "convert", "a.xml", "--to", "jsonl", "--script", "simplified").output.contains("头"))
  }

  @Test(arguments: ["ass", "xml", "jsonl"])
  func `Chinese is written so in positioned comments too`(_ form: String) throws {
    try file("p.xml", #"<i><d p="1,7,25,255">[0,0,"1-1",4,"頭髪",0,0,0,0,0,0,true,"黑體"]</d></i>"#)
    let outcome = try program.run("danmaku", "convert", "p.xml", "--to", form, "--script", "simplified")

    #expect(outcome.output.contains("头") && !outcome.output.contains("頭"))
    #expect(outcome.output.contains("黑體"))
  }

  @Test func `Repeats and crowds give way where that is wished`() throws {
    try file(
      "c.xml", "<i>" + (0..<50).map { "<d p=\"\($0 / 10),1,25,255\">\($0 % 2 == 0 ? "草" : "t\($0)")</d>" }.joined())
    let outcome = try program.run(
      "danmaku", "convert", "c.xml", "--merge", "10", "--density", "10", "-o", "o.xml", "--json")
    let object = try outcome.json("danmaku-convert")

    #expect(object.object("hidden")["repeated"] as? Int == 24)
    #expect(object["written"] as? Int == 10)
  }

  @Test func `A picture has the size, the font and the times that are asked for`() throws {
    let output = try program.run(
      "danmaku", "convert", "a.xml", "--resolution", "1280x720", "--font", "Sarasa", "--size", "30", "--scroll", "8",
      "--fixed", "3"
    ).output

    #expect(output.contains("PlayResX: 1280\nPlayResY: 720\n"))
    #expect(output.contains("Style: Danmaku,Sarasa,30,"))
    #expect(output.contains("0:00:01.50,0:00:09.50"))
    #expect(output.contains("0:00:02.00,0:00:05.00"))
  }

  @Test func `An old file stays whole where the new one fails`() throws {
    try file("o.ass", "old")
    try file("bad.xml", "<html></html>")

    #expect(try program.run("danmaku", "convert", "bad.xml", "-o", "o.ass").status == 1)
    #expect(try text(of: "o.ass") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.home).allSatisfy { !$0.hasSuffix(".new") })
  }

  @Test(arguments: ["/nope/x.ass", "/dev/full"])
  func `What cannot be written is named as it was asked for`(_ path: String) throws {
    let outcome = try program.run("danmaku", "convert", "a.xml", "-o", path)

    #expect(outcome.status == 1)
    #expect(outcome.talk.hasPrefix("yozakura: \(path): "))
  }

  @Test func `A disk that takes no more is told of the file that was asked for`() throws {
    try file("many.xml", "<i>" + (0..<5000).map { "<d p=\"\($0),1\">コメント\($0)</d>" }.joined() + "</i>")
    let outcome = try program.shell("trap '' XFSZ; ulimit -f 8; $Y danmaku convert many.xml -o many.ass")

    #expect(outcome.status == 1)
    #expect(outcome.talk == "yozakura: many.ass: File too large.\n")
  }

  @Test func `A file keeps who may read it`() throws {
    try file("o.ass", "old")
    chmod(program.home + "/o.ass", 0o600)
    _ = try program.run("danmaku", "convert", "a.xml", "-o", "o.ass")

    var status = stat()
    #expect(stat(program.home + "/o.ass", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(try text(of: "o.ass") != "old")
  }

  @Test func `Standard input without a byte is called what it is`() throws {
    let outcome = try program.shell("$Y danmaku convert - < /dev/null")

    #expect(outcome.status == 1)
    #expect(outcome.talk == "yozakura: standard input: it is empty.\n")
  }

  @Test func `A reader of the output who leaves is no failure`() throws {
    try file("many.xml", "<i>" + (0..<5000).map { "<d p=\"\($0),1\">コメント\($0)</d>" }.joined() + "</i>")
    let outcome = try program.shell(
      "{ $Y danmaku convert many.xml -o /dev/stdout --to jsonl; echo $? > status; } | head -n 1")

    #expect(try text(of: "status") == "0\n")
    #expect(!outcome.talk.contains("yozakura:"))
  }

  @Test(arguments: [
    ["a.xml", "-o", "o.srt"], ["a.xml", "--json"], ["-", "-"], ["a.xml", "--offset", "1", "--offset", "2"],
    ["a.xml", "--resolution", "wide"], ["a.xml", "--area", "101"], ["a.xml", "--size", "0"],
    ["a.xml", "--merge", "-1"],
  ])
  func `A command line that makes no sense is refused`(_ arguments: [String]) throws {
    let line = (["$Y danmaku convert"] + arguments).joined(separator: " ")

    #expect(try program.shell(line).status == 64)
  }
}
