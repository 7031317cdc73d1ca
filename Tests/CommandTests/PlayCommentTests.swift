import Foundation
import TestSupport
import Testing

/// What flies over a film in a window, which keys it has, and what they write.
@Suite(.enabled(if: TestMedia.canOpenWindow, Comment(rawValue: TestMedia.windowAbsence)), .playing, .serialized)
struct PlayCommentTests: FilmWindows {
  let program: Program

  init() throws { program = try Self.ready() }

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
}
