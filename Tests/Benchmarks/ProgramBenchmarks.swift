import CSystem
import Glibc

/// The whole program, measured from outside, on a catalogue as large as the real one.
struct ProgramBenchmarks {
  let home: Home
  let nginx: Nginx
  let catalogue = SyntheticCatalogue()

  /// Nil where no home or no nginx can be had.
  init?(binary: String) {
    guard let home = Home(binary: binary) else { return nil }
    mkdir(home.path + "/www", 0o755)
    _ = home.write(catalogue.json, to: "www/data.json")
    guard let nginx = Nginx(serving: home.path + "/www", configurationIn: home) else { return nil }
    self.home = home
    self.nginx = nginx
    home.run("provider", "disable", "bangumi-data")
    home.run("provider", "add", "bangumi-data", "--name", "bench", "--mirror", url)
  }

  private var url: String { "http://127.0.0.1:\(nginx.port)/data.json" }

  /// `sync` of everything, and of nothing new, beside curl fetching the same file.
  func sync() -> [Figure] {
    var first: [Run] = []
    var unchanged: [Run] = []
    for _ in 0..<5 {
      home.forget()
      if let run = home.run("sync") { first.append(run) }
      if let run = home.run("sync") { unchanged.append(run) }
    }
    guard (first + unchanged).allSatisfy({ $0.status == 0 }) else { return [.failed("sync")] }
    let curl = measure(["curl", "--silent", "--compressed", url], environment: home.environment, times: 5)
    let peer = (name: "curl", value: median(curl.map(\.wall)))
    return [
      Figure(
        name: "sync, \(catalogue.json.count / 1_000_000) MB, applied", ours: median(first.map(\.wall)), peer: peer,
        unit: "ms", limit: 1500),
      Figure(name: "sync, nothing changed", ours: median(unchanged.map(\.wall)), peer: peer, unit: "ms", limit: 100),
    ]
  }

  /// One-shot `search` beside `fzf --filter` over the same titles.
  func search() -> [Figure] {
    let titles = home.write(catalogue.titles, to: "titles.txt")
    var figures: [Figure] = []
    for query in ["夜桜", "アイ", "kari"] {
      let ours = measure([home.binary, "search", query], environment: home.environment, times: 15)
      let fzf = measure(["fzf", "--filter", query], environment: home.environment, input: titles, times: 15)
      figures += [
        Figure(
          name: "search \(query), start to end", ours: median(ours.map(\.wall)),
          peer: ("fzf", median(fzf.map(\.wall))), unit: "ms", limit: nil),
        Figure(
          name: "search \(query), memory",
          ours: peakMemory(of: [home.binary, "search", query], environment: home.environment) ?? .infinity, peer: nil,
          unit: "MiB", limit: 40),
      ]
    }
    return figures
  }

  /// From start to the first frame that shows the top bar.
  func frames() -> [Figure] {
    let times = (0..<9).compactMap { _ in firstFrame(of: home) }
    return [Figure(name: "first frame, 200×60", ours: median(times), peer: nil, unit: "ms", limit: 50)]
  }

  /// From a key to the last byte of the frame that answers it.
  func keys() -> [Figure] {
    guard let pty = Pty([home.binary], environment: home.environment, columns: 200, rows: 60) else { return [] }
    pty.drain(quiet: 300, limit: 5000)
    let moving = latencies(pty, keys: ["2"] + Array(repeating: "j", count: 100) + Array(repeating: "k", count: 100))
    let searching = latencies(pty, keys: ["/"] + "yozakura".map(String.init) + Array(repeating: "\u{7F}", count: 8))
    stop(pty)
    return [
      Figure(name: "key to frame, 200×60, p99", ours: percentile(moving, 99), peer: nil, unit: "ms", limit: 5),
      Figure(name: "key to frame, median", ours: median(moving), peer: nil, unit: "ms", limit: nil),
      Figure(
        name: "search as you type, key to frame, median", ours: median(searching), peer: nil, unit: "ms", limit: 5),
    ]
  }

  /// `danmaku play` for ten seconds at 120×36: what it costs and what it writes, everything included.
  func stage() -> [Figure] {
    [(crowd: 200, kibibytes: 12.0), (crowd: 30, kibibytes: 2.0)].flatMap { crowd, kibibytes -> [Figure] in
      let file = home.write(Self.film(crowd: crowd), to: "film-\(crowd).xml")
      let arguments = [home.binary, "danmaku", "play", file]
      guard let pty = Pty(arguments, environment: home.environment, columns: 120, rows: 36) else { return [] }
      pty.drain(quiet: 15_000, limit: 12_000)
      pty.resetCounts()
      let before = processorTime(of: pty.child.process)
      let start = now()
      pty.drain(quiet: 15_000, limit: 10_000)
      let seconds = (now() - start) / 1000
      let share = (processorTime(of: pty.child.process) - before) / seconds / 10
      let frames = Double(max(pty.frames, 1))
      stop(pty)
      let name = "danmaku play, \(crowd) on screen"
      return [
        Figure(name: "\(name), of a core", ours: share, peer: nil, unit: "%", limit: 10),
        Figure(
          name: "\(name), a frame", ours: Double(pty.bytes) / frames / 1024, peer: nil, unit: "KiB", limit: kibibytes),
        Figure(name: "\(name), frames per second", ours: frames / seconds, peer: nil, unit: "", limit: nil),
      ]
    }
  }

  /// A minute of comments, `crowd` of them on the screen at any time.
  static func film(crowd: Int, seconds: Int = 60, besides more: String = "") -> [UInt8] {
    let words = ["草", "好耶", "666", "哈哈", "泪目", "来了", "第一", "awsl"]
    let colors = [16_777_215, 16_777_215, 6_737_151, 16_776_960]
    let rows = (0..<seconds * crowd / 8).map { number in
      let time = number * 8000 / crowd
      let fraction = String(1000 + time % 1000).dropFirst()
      let parameters = "\(time / 1000).\(fraction),1,25,\(colors[number % 4]),1700000000,0,0,\(number)"
      return "<d p=\"\(parameters)\">\(words[number * 7 % 8])</d>"
    }
    return Array(("<i>" + rows.joined() + more + "</i>").utf8)
  }

  private func latencies(_ pty: Pty, keys: [String]) -> [Double] {
    keys.compactMap { key in
      pty.drain(quiet: 5, limit: 5)
      let pressed = now()
      pty.type(key)
      return pty.drain(quiet: 12, limit: 500).last.map { $0 - pressed }
    }
  }

  private func stop(_ pty: Pty) {
    kill(pty.child.process, SIGTERM)
    pty.drain(quiet: 200, limit: 1000)
    _ = pty.child.finish()
  }
}
