import Foundation
import TestSupport
import Testing

/// `play` with a real mpv that has neither a picture nor a sound.
@Suite(.enabled(if: TestMedia.canOpenWindow, Comment(rawValue: TestMedia.windowAbsence)), .playing, .serialized)
struct PlayTests: FilmWindows {
  let program: Program

  init() throws { program = try Self.ready() }

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

  @Test func `A name that ends as films do is that of a file, also where there is none`() throws {
    _ = try program.shell("ln -s nowhere link")
    for name in ["nowhere.mkv", "link"] {
      let outcome = try program.run("play", name)
      #expect(outcome.status == 4)
      #expect(outcome.talk.contains("There is no \(program.home)/\(name)."))
    }
  }

  @Test func `Where there is neither a desktop nor a terminal nothing plays unseen`() throws {
    let film = try clip("EP01.mkv")
    try program.configure("config.toml", "")

    let outcome = try program.run("play", film)
    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("needs a terminal"))
  }

  @Test func `What could not be written down does not count as watched`() throws {
    let film = try clip("[G] 葬送的芙莉莲 - 01.mkv", seconds: 3)
    _ = try program.shell("\"$Y\" set bangumi:400602 --note x; rm -f data/yozakura/lock; mkdir data/yozakura/lock")

    let outcome = try program.shell("\"$Y\" play --json '\(film)'")
    #expect((try outcome.json("play")["watched"] as? [String])?.isEmpty == true)
    #expect(outcome.talk.contains("Not written down: "))
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
