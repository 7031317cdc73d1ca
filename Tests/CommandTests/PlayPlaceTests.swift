import Foundation
import TestSupport
import Testing

/// Where a film in a window goes on, however it was left.
@Suite(.enabled(if: TestMedia.canOpenWindow, Comment(rawValue: TestMedia.windowAbsence)), .playing, .serialized)
struct PlayPlaceTests: FilmWindows {
  let program: Program

  init() throws { program = try Self.ready() }

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

  @Test func `No window outlives the program, however that ends`() throws {
    let title = "window-\(UUID().uuidString)"
    try configure("mpv = \"mpv --no-config --vo=null --ao=null --title=\(title)\"")
    let film = try clip("EP01.mkv", seconds: 120)
    _ = try write(Self.comments, to: "EP01.xml")
    let outcome = try program.shell(
      """
      "$Y" play '\(film)' 2>talk & pid=$!
      until grep -q EP01.xml talk || ! kill -0 $pid; do sleep 0.05; done
      pgrep -f '[=]\(title)' >window; kill -KILL $pid
      for wait in $(seq 400); do pgrep -f '[=]\(title)' >left || break; sleep 0.05; done
      """)
    #expect(outcome.status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.home + "/window")).isEmpty == false)
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.home + "/left")).isEmpty)
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
}
