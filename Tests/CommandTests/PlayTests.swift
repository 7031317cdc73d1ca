import Foundation
import TestSupport
import Testing

/// `play` with a real mpv that has neither a picture nor a sound.
@Suite(.enabled(if: TestMedia.canOpenWindow, Comment(rawValue: TestMedia.windowAbsence)), .playing, .serialized)
struct PlayTests {
  private static let silent = "mpv = \"mpv --no-config --vo=null --ao=null\""
  private static let comments = """
    <?xml version="1.0" encoding="UTF-8"?><i><d p="1.0,1,25,16777215,0,0,a,1">夜桜</d>\
    <d p="1.5,1,25,16777215,0,0,a,2">感动</d></i>
    """

  private let program: Program
  private let folder: String

  init() throws {
    program = try Program()
    folder = program.home + "/films"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try configure()
  }

  private func configure(_ play: String = silent, more: String = "") throws {
    try program.configure("config.toml", "[library]\nfolders = [\"~/films\"]\n[play]\n\(play)\n\(more)\n")
  }

  private func clip(_ name: String, seconds: Int = 2) throws -> String {
    try TestMedia.makeClip(at: "\(folder)/\(name)", seconds: seconds)
    return "\(folder)/\(name)"
  }

  private func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    return "\(folder)/\(name)"
  }

  private func play(_ arguments: String...) throws -> (outcome: Outcome, object: [String: Any]) {
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try program.shell("\"$Y\" play --json \(words)")
    return (outcome, try outcome.json("play"))
  }

  private func entry() throws -> [String: Any] {
    try program.run("export", "--format", "json").json("export").list("shows")
      .first { $0.object("ids").text("bangumi") == "400602" } ?? [:]
  }

  // MARK: Watching

  @Test func `A film that was played to its end is told so`() throws {
    let (outcome, object) = try play(try clip("Nothing known - 01.mkv"))

    #expect(outcome.status == 0)
    #expect(object.text("title") == "Nothing known - 01.mkv")
    #expect((1800...2300).contains(object["duration"] as? Int ?? 0))
    #expect(object["position"] as? Int == object["duration"] as? Int)
    #expect(try entry().isEmpty)
  }

  @Test func `An episode of a known show counts as watched, and what follows from it is done`() throws {
    let (outcome, object) = try play(try clip("[G] 葬送的芙莉莲 - 01.mkv", seconds: 3))

    #expect(outcome.status == 0)
    #expect((object["watched"] as? [String])?.count == 1)
    let entry = try entry()
    #expect(entry["progress"] as? Int == 1)
    #expect(entry.text("status") == "watching")
    #expect(entry.object("played")["episode"] as? Int == 1)
    #expect(entry.object("played")["seconds"] as? Int ?? 0 >= 2)
    #expect(try program.run("undo").status == 0)
    #expect(try self.entry()["progress"] as? Int ?? 0 == 0)
  }

  @Test func `The next episode follows by itself, and once is once`() throws {
    try configure(Self.silent + "\nnext = 0")
    _ = try clip("[G] 葬送的芙莉莲 - 01.mkv")
    _ = try clip("[G] 葬送的芙莉莲 - 02.mkv")

    let (_, object) = try play("bangumi:400602")
    #expect((object["watched"] as? [String])?.count == 2)
    #expect(try entry()["progress"] as? Int == 2)

    let (outcome, last) = try play("bangumi:400602", "1", "--once")
    #expect(outcome.status == 0)
    #expect(last["episode"] as? Int == 1)
    #expect(try entry()["progress"] as? Int == 2)
  }

  @Test func `A next episode that has gone meanwhile is not waited for`() throws {
    try configure(Self.silent + "\nnext = 1")
    _ = try clip("[G] 葬送的芙莉莲 - 01.mkv", seconds: 3)
    let next = try clip("[G] 葬送的芙莉莲 - 02.mkv")
    let outcome = try program.shell(
      """
      timeout 60 "$Y" play bangumi:400602 2>talk & pid=$!
      until [ -s talk ]; do sleep 0.05; done
      rm '\(next)'; wait $pid
      """)
    #expect(outcome.status == 0)
    let talk = try String(contentsOfFile: program.home + "/talk", encoding: .utf8)
    #expect(talk.hasSuffix("There is no other episode that way.\n"))
  }

  @Test func `An episode that is not there is named`() throws {
    _ = try clip("[G] 葬送的芙莉莲 - 01.mkv")

    let (outcome, object) = try play("bangumi:400602", "7")
    #expect(outcome.status == 4)
    #expect(object.errorCode == "notFound")
  }

  @Test func `What is marked is skipped`() throws {
    _ = try program.run("set", "bangumi:400602", "--opening", "0:01-0:25")
    let start = Date()
    let (_, object) = try play(try clip("[G] 葬送的芙莉莲 - 01.mkv", seconds: 30), "--once")

    #expect((object["watched"] as? [String])?.count == 1)
    #expect(Date().timeIntervalSince(start) < 25)
  }

  @Test func `A file of no known show goes on where its window was closed`() throws {
    let film = try clip("Nothing known - 01.mkv", seconds: 120)
    let first = try program.shell("timeout -s INT 8 \"$Y\" play --json --start 40 '\(film)'")
    let left = try #require(try first.json("play")["position"] as? Int)
    #expect((40_500...60_000).contains(left))
    let second = try program.shell("timeout -s INT 8 \"$Y\" play --json '\(film)'")
    #expect(try second.json("play")["position"] as? Int ?? 0 >= left)
  }

  @Test(arguments: ["TERM", "HUP"])
  func `A signal that ends the program closes the window, and keeps the place`(_ signal: String) throws {
    let title = "window-\(UUID().uuidString)"
    try configure("mpv = \"mpv --no-config --vo=null --ao=null --title=\(title)\"")
    let film = try clip("Nothing known - 01.mkv", seconds: 120)
    // Whoever runs the tests may ignore SIGHUP, and so would all that they start.
    let outcome = try program.shell(
      """
      timeout -s \(signal) 8 env --default-signal=HUP "$Y" play --json --start 40 '\(film)'
      pgrep -f '[=]\(title)'
      """)
    #expect(outcome.status == 1, "a window is left")
    let left = try #require(try outcome.json("play")["position"] as? Int)
    #expect((40_500...60_000).contains(left))
    let places = try String(contentsOfFile: program.home + "/state/yozakura/film-places", encoding: .utf8)
    #expect(places.contains("\t\(left)\n"))
  }

  // MARK: Comments

  @Test func `Comments are those of the file beside the video`() throws {
    let film = try clip("EP01.mkv")
    _ = try write(Self.comments, to: "EP01.xml")

    let (_, object) = try play(film)
    #expect(object["comments"] as? Int == 2)
    #expect(object.text("commentSource") == "EP01.xml")
  }

  @Test func `A file beside the video that holds something else is none`() throws {
    let film = try clip("EP01.mkv")
    _ = try write("<?xml version=\"1.0\"?><Chapters><Chapter/></Chapters>", to: "EP01.xml")

    #expect(try play(film).object["comments"] as? Int == 0)
  }

  @Test func `Comments that are kept come before those beside the video`() throws {
    let film = try clip("[G] 葬送的芙莉莲 - 01.mkv", seconds: 3)
    let kept = try write(
      Self.comments.replacing("夜桜", with: "桜").replacing("</i>", with: "<d p=\"2,1,25,1,0,0,a,3\">三</d></i>"),
      to: "kept.xml")
    _ = try write(Self.comments, to: "[G] 葬送的芙莉莲 - 01.xml")
    #expect(try program.run("danmaku", "import", kept, "--show", "bangumi:400602", "--episode", "1").status == 0)

    #expect(try play(film).object["comments"] as? Int == 3)
    #expect(try play(film, "--no-danmaku").object["comments"] as? Int == 0)
    #expect(try play(film, "--danmaku", "\(folder)/[G] 葬送的芙莉莲 - 01.xml").object["comments"] as? Int == 2)
  }

  @Test func `Whether an episode was watched before is said where a key would change it`() throws {
    #expect(try program.run("set", "bangumi:400602", "--progress", "1").status == 0)
    try press(["Ctrl+u", "Ctrl+u"])
    let (outcome, object) = try play(try clip("[G] 葬送的芙莉莲 - 01.mkv", seconds: 2))

    #expect(outcome.status == 0)
    #expect(said().split(separator: "It was watched before").count == 3)
    #expect((object["watched"] as? [String])?.isEmpty == true)
    #expect(try entry()["progress"] as? Int == 1)
  }

  // MARK: What is named

  @Test func `An episode beside a file or an address is refused`() throws {
    for what in [try clip("EP01.mkv"), "http://127.0.0.1:9/film.mkv", "file:///film.mkv"] {
      let (outcome, object) = try play(what, "3")
      #expect(outcome.status == 64)
      #expect(object.errorCode == "usage")
    }
  }

  @Test func `The address of a file is that file`() throws {
    let film = try clip("夜 桜 100%.mkv")
    let encoded = "file://\(folder)/%E5%A4%9C%20桜 100%.mkv"

    #expect(try play(encoded).object.text("file") == film)
    #expect(try play("FILE://localhost\(folder)/夜%20%E6%A1%9C%20100%25.mkv").object.text("file") == film)
    #expect(try play("file://elsewhere\(film)").outcome.status == 64)
    #expect(try play("file://\(folder)/%FF.mkv").object.errorCode == "invalid")
  }

  @Test func `A name that is no text is told as what it is`() throws {
    let outcome = try program.shell("touch \"$(printf 'a\\377.mkv')\"; \"$Y\" play --json \"$(printf 'a\\377.mkv')\"")

    #expect(outcome.status == 1)
    #expect(try outcome.json("play").object("error").text("message")?.contains("not UTF-8") == true)
  }

  @Test(.enabled(if: Nginx.isInstalled))
  func `An address goes on where it was left`() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: try clip("film.mkv", seconds: 120)))
    let server = try Nginx(["/film.mkv": Array(bytes)])
    let address = "http://127.0.0.1:\(server.port)/film.mkv"
    let first = try program.shell("timeout -s INT 8 \"$Y\" play --json --start 40 '\(address)'")
    let left = try #require(try first.json("play")["position"] as? Int)
    #expect((40_500...60_000).contains(left))
    let second = try program.shell("timeout -s INT 8 \"$Y\" play --json '\(address)'")
    #expect(try second.json("play")["position"] as? Int ?? 0 >= left)
  }

  // MARK: What goes wrong

  @Test func `What cannot be played is said, and nothing hangs`() throws {
    _ = try program.shell("mkfifo '\(folder)/fifo.mkv'")
    let cases = [
      ("nowhere.mkv", nil, 4), ("empty.mkv", "", 1), ("text.mkv", "Frieren walks on.\n", 1), ("fifo.mkv", nil, 1),
      ("self.mkv", "#EXTM3U\nself.mkv\n", 1), ("away.m3u", "#EXTM3U\n/etc/passwd\n", 1),
    ]
    for (name, text, status) in cases {
      if let text { _ = try write(text, to: name) }
      let (outcome, object) = try play("\(folder)/\(name)")
      #expect(outcome.status == status, "\(name)")
      #expect(object.errorCode != nil, "\(name)")
    }
  }

  @Test func `A list that names another file is not followed, whatever it is called`() throws {
    let other = try clip("other.mp4")
    for (name, list) in MediaLists.all(naming: other) {
      try Data(list).write(to: URL(fileURLWithPath: "\(folder)/\(name).mkv"))
      let (outcome, object) = try play("\(folder)/\(name).mkv")
      #expect(outcome.status == 1, "\(name)")
      #expect(object.object("error").text("message")?.contains("names other files") == true, "\(name)")
    }
  }

  @Test func `What plays and which comments fly is said while it plays, beside the one object of JSON`() throws {
    let film = try clip("EP01.mkv", seconds: 60)
    _ = try write(Self.comments, to: "EP01.xml")

    let outcome = try program.shell(
      """
      "$Y" play --json '\(film)' 2>talk & pid=$!
      until grep -q EP01.xml talk || ! kill -0 $pid; do sleep 0.05; done
      kill -INT $pid && cp talk while-playing; wait $pid
      """)
    let talk = try String(contentsOfFile: program.home + "/while-playing", encoding: .utf8)
    #expect(talk == "EP01.mkv\n2 comments · EP01.xml\n")
    #expect(try outcome.json("play")["comments"] as? Int == 2)
  }

  @Test func `A name steers no terminal`() throws {
    let film = try clip("red\u{1B}[31m\u{7}\n.mkv")

    let outcome = try program.run("play", film)
    #expect(outcome.status == 0)
    #expect(outcome.talk == "red [31m  .mkv\nNo comments\n")
  }

  /// Has mpv press `keys` in its window so many seconds after the film was opened, and note what is said there.
  private func press(_ keys: [String], after seconds: Int = 0, more: String = "") throws {
    let names = keys.map { "'\($0)'" }.joined(separator: ", ")
    let script = try write(
      """
      function press() for _, key in ipairs({\(names)}) do mp.commandv('keypress', key) end end
      mp.register_event('file-loaded', function() mp.add_timeout(\(seconds), press) end)
      """, to: "keys.lua")
    let log = "--log-file=\(folder)/log --msg-level=cplayer=trace"
    try configure("mpv = \"mpv --no-config --vo=null --ao=null --script=\(script) \(log)\"", more: more)
  }

  /// What was said in the window so far.
  private func said() -> String { (try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)) ?? "" }

  @Test func `Keys change how many comments are seen, how much they cover, and where`() throws {
    let film = try clip("EP01.mkv", seconds: 3)
    _ = try write(Self.comments, to: "EP01.xml")
    try press(["Ctrl+f", "Ctrl+f", "Ctrl+m", "Ctrl+t", "Ctrl+t", "Ctrl+a"])

    #expect(try play(film).outcome.status == 0)
    let numbers = said().matches(of: /(At most|Comments at|in the upper) (\d+)/).map { "\($0.1) \($0.2)" }
    #expect(
      numbers == [
        "At most 50", "At most 25", "At most 50", "Comments at 75", "Comments at 50", "in the upper 75",
      ])
  }

  @Test(.enabled(if: TestMedia.hasDisplay, "Xvfb is missing"))
  func `In a window at most a hundred comments fly at once, and go with a pause where that is wished`() throws {
    let film = try clip("EP01.mkv", seconds: 20)
    let crowd = (0..<3000).map { "<d p=\"\(Double($0) / 300),1,25,16777215,0,0,u\($0),\($0)\">弹幕\($0)</d>" }
    _ = try write("<i>\(crowd.joined())</i>", to: "EP01.xml")
    let script = try write(
      """
      function pause() mp.set_property_bool('pause', true); mp.add_timeout(1, function() mp.command('quit') end) end
      mp.register_event('file-loaded', function() mp.add_timeout(2, pause) end)
      """, to: "pause.lua")
    let log = "--log-file=\(folder)/log --msg-level=cplayer=trace"
    try configure(
      "mpv = \"mpv --no-config --vo=x11 --ao=null --script=\(script) \(log)\"", more: "[danmaku]\nwhilePaused = false")

    _ = try program.shell(
      """
      Xvfb -displayfd 3 -screen 0 1280x720x24 3>display >/dev/null 2>&1 & xvfb=$!
      until [ -s display ] || ! kill -0 $xvfb; do sleep 0.05; done
      DISPLAY=:$(cat display) "$Y" play '\(film)' --in mpv --start 8; kill -KILL $xvfb
      """)
    let overlays = said().split(separator: "\n").filter { $0.contains("osd-overlay") && $0.contains("id=\"0\"") }
    let counts = overlays.map { $0.matches(of: /pos\(/).count }
    #expect(counts.max().map { 50...100 ~= $0 } ?? false)
    #expect(overlays.last?.contains("format=\"none\"") == true)
  }

  @Test(.enabled(if: TestMedia.canPlay, Comment(rawValue: TestMedia.absence)))
  func `A screenshot of a window has the comments in it that fly there`() throws {
    let film = "\(folder)/EP01.mkv"
    try TestMedia.makeClip(at: film, seconds: 120, picture: "color=c=0x204060:s=1280x720:r=24")
    _ = try write("<i><d p=\"0,5,25,16711680,0,0,a,1\">\(String(repeating: "赤", count: 20))</d></i>", to: "EP01.xml")
    try press(["Ctrl+s"], after: 1, more: "[theatre]\nscreenshots = \"\(folder)/pictures\"")
    let outcome = try program.shell(
      """
      timeout -s INT 60 "$Y" play --json '\(film)' & pid=$!
      until grep -q 'picture is in' '\(folder)/log' || ! kill -0 $pid; do sleep 0.05; done
      kill -INT $(pgrep -P $pid) ; wait $pid
      """)
    #expect(try outcome.json("play")["comments"] as? Int == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/pictures")
    #expect(names.count == 1 && names[0].hasPrefix("EP01 00-0"))
    let bytes = try TestMedia.picture(of: "\(folder)/pictures/\(names[0])", second: 0, width: 1280, height: 720)
    let pixels = stride(from: 0, to: bytes.count, by: 3).map { bytes[$0..<$0 + 3].map(Int.init) }
    #expect(pixels.count { zip($0, [0x20, 0x40, 0x60]).allSatisfy { abs($0 - $1) <= 6 } } > 1280 * 720 / 2)
    #expect(pixels.count { $0[0] > 180 && $0[1] < 60 } > 200)
  }

  @Test func `Where a screenshot cannot be taken that is said in the window`() throws {
    let film = try clip("EP01.mkv", seconds: 4)
    try press(["Ctrl+s"], after: 1, more: "[theatre]\nscreenshots = \"\(film)/pictures\"")

    #expect(try play(film).outcome.status == 0)
    #expect(said().contains("\(film)/pictures"))
  }

  @Test(arguments: [false, true]) func `Where mpv can open no window that is said, and not of the film`(
    _ hasSound: Bool
  ) throws {
    try configure("mpv = \"env -u DISPLAY mpv --no-config --vo=x11 --ao=null\"")
    let film = "\(folder)/unseen.mkv"
    try TestMedia.makeClip(at: film, seconds: 2, hasSound: hasSound)

    let (outcome, object) = try play(film)
    #expect(outcome.status == 1)
    #expect(object.object("error").text("message")?.contains("can show no picture here") == true)
  }

  @Test func `Without a player that is said`() throws {
    try configure("mpv = \"no-such-player\"")

    let outcome = try program.run("play", try clip("EP01.mkv"))
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("no-such-player is not installed"))
  }

  @Test func `An address that is no film goes to the browser, and one of no known kind nowhere`() throws {
    let browser = program.home + "/browser"
    try "#!/bin/sh\necho \"$1\" > '\(program.home)/opened'\n".write(toFile: browser, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)

    let outcome = try program.shell(
      "BROWSER='\(browser)' \"$Y\" play --json https://example.org/watch/1; while [ ! -s opened ]; do sleep 0.05; done")
    #expect(try outcome.json("play").text("opened") == "https://example.org/watch/1")
    #expect(try String(contentsOfFile: program.home + "/opened", encoding: .utf8) == "https://example.org/watch/1\n")
    #expect(try play("gopher://example.org/1").outcome.status == 64)
  }
}
