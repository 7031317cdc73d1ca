import Foundation
import TestSupport
import Testing

/// What films themselves tell of their pictures, by ffprobe or what stands in its place.
@Suite(.blocking)
struct MediaFactTests {
  private let program: Program
  private var films: String { program.home + "/films" }

  /// A home with a folder of films, whose PATH has `tools` besides what a shell needs.
  init() throws {
    program = try Program(environment: ["PATH": "bin:/usr/bin:/bin"])
    for folder in ["films", "bin"] {
      try FileManager.default.createDirectory(atPath: "\(program.home)/\(folder)", withIntermediateDirectories: true)
    }
    try program.configure("config.toml", "[library]\nfolders = [\"~/films\"]\n")
  }

  /// A file that is not text, whatever else it is.
  private func add(_ name: String, _ text: String = "x") throws {
    try Data([1] + text.utf8).write(to: URL(fileURLWithPath: "\(films)/\(name)"))
  }

  /// Stands in the place of ffprobe: notes what it is asked, and does what `script` says.
  private func answer(_ script: String) throws {
    let path = program.home + "/bin/ffprobe"
    let text = "#!/bin/sh\nfor file; do :; done; echo \"$file\" >> '\(program.home)/asked'\n\(script)\n"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private var asked: [Substring] {
    get throws {
      try String(contentsOfFile: program.home + "/asked", encoding: .utf8).split(separator: "\n")
    }
  }

  private func scan() throws -> [String: Any] { try program.run("library", "scan", "--json").json("library-scan") }

  private func list() throws -> [[String: Any]] {
    try program.run("library", "list", "--json").json("library-list").list("episodes")
  }

  @Test(.enabled(if: TestMedia.canProbe, "ffmpeg or ffprobe is missing"))
  func `A film tells its size and length, and what is none tells nothing`() throws {
    try TestMedia.makeClip(at: "\(films)/[G] 葬送的芙莉莲 - 05 [1080p].mkv", seconds: 2)
    try add("[G] 葬送的芙莉莲 - 06 [1080p].mkv", "This is no film.")

    #expect(try scan()["unopened"] as? Int == 0)
    let episodes = try list()
    #expect(episodes.map { $0["width"] as? Int } == [320, nil])
    #expect(episodes.map { $0["height"] as? Int } == [180, nil])
    #expect((1900...2200).contains(episodes[0]["duration"] as? Int ?? 0))
    #expect(episodes.map { $0.text("resolution") } == ["1080p", "1080p"])
    let lines = try program.run("library", "list").output.split(separator: "\n")
    #expect(lines.contains { $0.contains("320×180  00:02") })
    #expect(lines.contains { $0.contains("1080p") && $0.contains("06") })
  }

  @Test(.enabled(if: TestMedia.canProbe, "ffmpeg or ffprobe is missing"))
  func `A list that is called a film has no file outside the folder opened`() throws {
    let outside = program.home + "/outside.mp4"
    try TestMedia.makeClip(at: outside, seconds: 2)
    let lists = MediaLists.all(naming: outside)
    for (number, list) in lists.values.enumerated() {
      try Data(list).write(to: URL(fileURLWithPath: "\(films)/[G] 葬送的芙莉莲 - 0\(number + 1).mkv"))
    }
    #expect(try scan()["unopened"] as? Int == 0)
    #expect(try list().map { $0["width"] as? Int } == lists.map { _ in nil })
  }

  @Test func `A film is asked once, and again where it is another`() throws {
    try answer("echo width=1920; echo height=1080; echo duration=1420.0320")
    try add("[G] 葬送的芙莉莲 - 05.mkv")
    for _ in 0..<2 { _ = try scan() }
    #expect(try asked.count == 1)
    #expect(try list()[0]["duration"] as? Int == 1_420_032)

    try add("[G] 葬送的芙莉莲 - 05.mkv", "longer")
    try answer("echo width=1280; echo height=720")
    _ = try scan()
    #expect(try asked.count == 2)
    #expect(try list()[0]["width"] as? Int == 1280)
  }

  @Test func `What a catalogue brings has no film asked again`() throws {
    try answer("echo width=1920; echo height=1080")
    try add("[G] Qqqqqqqqqq - 05.mkv")
    _ = try scan()
    #expect(try program.run("identify", "\(films)/[G] Qqqqqqqqqq - 05.mkv", "--correct", "bangumi:400602").status == 0)
    _ = try scan()
    #expect(try asked.count == 1)
    let episode = try #require(try list().first)
    #expect(episode["width"] as? Int == 1920)
    #expect(episode.object("show").object("ids").text("bangumi") == "400602")
  }

  @Test(arguments: ["exit 1", "echo width=-1; echo height=99999999; echo duration=N/A", "yes", "exec sleep 1000"])
  func `An answer that makes no sense, has no end or never comes is none`(_ script: String) throws {
    try answer(script)
    try add("[G] 葬送的芙莉莲 - 05 [720p].mkv")

    #expect(try scan()["unopened"] as? Int == 0)
    let episode = try list()[0]
    #expect(episode["width"] is NSNull && episode["duration"] is NSNull)
    #expect(try program.run("library", "list").output.contains("720p"))
  }

  @Test func `Where nothing can be asked names tell, and the next scan asks`() throws {
    let bare = try Program(environment: ["PATH": "/nowhere"])
    try bare.configure("config.toml", "[library]\nfolders = [\"\(films)\"]\n")
    try add("[G] 葬送的芙莉莲 - 05 [720p].mkv")

    #expect(try bare.run("library", "scan", "--json").json("library-scan")["unopened"] as? Int == 1)
    let outcome = try bare.run("library", "scan")
    #expect(outcome.status == 0 && !outcome.output.contains("not opened"))
    #expect(try bare.run("library", "list").output.contains("720p"))
  }
}
