import CSystem
import Glibc

/// A film in a terminal of which the stage is 160×45, measured from outside: the interface and its helper together.
struct TheatreBenchmarks {
  private let home: Home
  private let film: String

  /// How long is watched beside the peer, in seconds.
  private static let watched = 20
  private static let columns = 160
  /// Bar, title, density, times, words and last line stand around the 45 rows of the stage.
  private static let rows = 45 + 6

  /// Makes a film of so many seconds; nil where FFmpeg or a home is missing.
  init?(binary: String, seconds: Int = 60) {
    guard let home = Home(binary: binary) else { return nil }
    self.home = home
    film = home.path + "/film.mkv"
    mkdir(home.path + "/config", 0o755)
    mkdir(home.path + "/config/yozakura", 0o755)
    _ = home.write(Array("[theatre]\naudio = \"null\"\n".utf8), to: "config/yozakura/config.toml")
    let marks = FilmWitness.comments(seconds: seconds)
    _ = home.write(ProgramBenchmarks.film(crowd: 60, seconds: seconds, besides: marks), to: "film.xml")
    let maker = FilmWitness.film(seconds: seconds, at: film)
    guard Child(maker, environment: home.environment)?.finish().status == 0 else { return nil }
  }

  /// What a film costs, writes and holds.
  func figures() -> [Figure] {
    guard let ours = watch(Self.watched), let peer = watch(Self.watched, peer) else { return [.failed("theatre")] }
    return [
      Figure(
        name: "theatre, interface and helper, of a core", ours: ours.share, peer: ("mpv", peer.share), unit: "%",
        limit: 45),
      Figure(name: "theatre, of that the interface", ours: ours.ownShare, unit: "%", limit: nil),
      Figure(
        name: "theatre, to the terminal a second", ours: ours.kibibytes, peer: ("mpv tct", peer.kibibytes), unit: "KiB",
        limit: nil),
      Figure(name: "theatre, memory of the interface", ours: ours.memory, unit: "MiB", limit: 60),
      Figure(name: "theatre, memory of the helper", ours: ours.helperMemory, unit: "MiB", limit: 150),
    ] + kept(ours.witness, beside: peer.witness) + [
      Figure(name: "theatre, from start to a picture", ours: ours.firstPicture, unit: "ms", limit: 400)
    ]
  }

  /// The same film watched for `seconds`: whether all of it is shown, and comments and picture keep step.
  func steps(_ seconds: Int) -> [Figure] {
    guard let witness = watch(seconds)?.witness, let peer = watch(seconds, peer)?.witness else {
      return [.failed("drift")]
    }
    return kept(witness, beside: peer) + [
      Figure(name: "theatre, film off the clock after \(seconds) s", ours: witness.drift, unit: "ms", limit: 80)
    ]
  }

  /// mpv on the same stage, with no comments.
  private var peer: [String] {
    [
      "mpv", "--no-config", "--ao=null", "--vo=tct", "--vo-tct-width=\(Self.columns)", "--vo-tct-height=45",
      "--really-quiet", film,
    ]
  }

  private func kept(_ witness: FilmWitness, beside peer: FilmWitness) -> [Figure] {
    guard witness.shown.count > FilmWitness.rate, peer.shown.count > FilmWitness.rate, !witness.leads.isEmpty else {
      return [.failed("theatre: no film")]
    }
    return [
      Figure(
        name: "theatre, pictures of \(witness.shown.count + witness.missing) not shown", ours: Double(witness.missing),
        peer: ("mpv tct", Double(peer.missing)), unit: "", limit: 0),
      Figure(
        name: "theatre, comments off the picture, 95 %", ours: percentile(witness.leads.map(abs), 95), unit: "ms",
        limit: 80),
    ]
  }

  /// What watching costs, by the second.
  private struct Watching {
    var share = 0.0
    var ownShare = 0.0
    var kibibytes = 0.0
    var memory = 0.0
    var helperMemory = 0.0
    var firstPicture = 0.0
    var witness = FilmWitness()
  }

  /// Watches with the program, or as `arguments` say.
  private func watch(_ seconds: Int, _ peer: [String]? = nil) -> Watching? {
    let arguments = peer ?? [home.binary, "play", "--in", "terminal", film]
    let began = now()
    guard let pty = Pty(arguments, environment: home.environment, columns: Self.columns, rows: Self.rows) else {
      return nil
    }
    var watching = Watching()
    // mpv begins each frame in the corner.
    if peer != nil { watching.witness = FilmWitness(boundary: "\u{1B}[0;0f") }
    pty.listener = { watching.witness.take($0, at: $1) }
    while pty.bytes < Self.picture, now() < began + 10_000 { pty.drain(quiet: 1, limit: 20) }
    watching.firstPicture = now() - began
    pty.drain(quiet: 5000, limit: 3000)
    let process = pty.child.process
    let helper = Self.child(of: process)
    pty.resetCounts()
    let before = (own: processorTime(of: process), helper: helper.map(processorTime) ?? 0)
    let start = now()
    pty.drain(quiet: 5000, limit: Double(seconds) * 1000)
    let passed = (now() - start) / 1000
    let own = processorTime(of: process) - before.own
    watching.ownShare = own / passed / 10
    watching.share = (own + (helper.map(processorTime) ?? 0) - before.helper) / passed / 10
    watching.kibibytes = Double(pty.bytes) / passed / 1024
    watching.memory = Self.memory(of: process)
    watching.helperMemory = helper.map(Self.memory) ?? 0
    kill(process, SIGTERM)
    pty.drain(quiet: 200, limit: 2000)
    _ = pty.child.finish()
    return watching
  }

  /// A first picture takes more bytes than a first frame without one.
  private static let picture = 40_000

  /// The process that `process` has started.
  private static func child(of process: pid_t) -> pid_t? {
    guard let tasks = opendir("/proc/\(process)/task") else { return nil }
    defer { closedir(tasks) }
    while let entry = readdir(tasks) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let children = text(of: "/proc/\(process)/task/\(name)/children")
      if let child = children.split(separator: " ").first.flatMap({ pid_t($0) }) { return child }
    }
    return nil
  }

  /// The most memory that `process` held of its own, in MiB.
  private static func memory(of process: pid_t) -> Double {
    let line = text(of: "/proc/\(process)/status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
  }

  private static func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
