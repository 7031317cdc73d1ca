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
    guard (first + unchanged).allSatisfy({ $0.status == 0 }) else { return [failed("sync")] }
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
    var memory: [Double] = []
    for query in ["夜桜", "アイ", "kari"] {
      let ours = measure([home.binary, "search", query], environment: home.environment, times: 15)
      let fzf = measure(["fzf", "--filter", query], environment: home.environment, input: titles, times: 15)
      memory += ours.map(\.memory)
      figures.append(
        Figure(
          name: "search \(query), start to end", ours: median(ours.map(\.wall)),
          peer: ("fzf", median(fzf.map(\.wall))), unit: "ms", limit: nil))
    }
    return figures + [Figure(name: "search, memory", ours: memory.max() ?? 0, peer: nil, unit: "MiB", limit: 40)]
  }

  /// From start to the first frame that shows the top bar.
  func firstFrame() -> [Figure] {
    var times: [Double] = []
    for _ in 0..<9 {
      let began = now()
      guard let pty = Pty([home.binary], environment: home.environment, columns: 200, rows: 60) else { continue }
      if let last = pty.drain(quiet: 25, limit: 5000).last { times.append(last - began) }
      stop(pty)
    }
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
        name: "search as you type, key to frame, worst", ours: searching.max() ?? 0, peer: nil, unit: "ms", limit: 10),
    ]
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

  private func failed(_ name: String) -> Figure {
    Figure(name: "\(name) failed", ours: .infinity, peer: nil, unit: "", limit: 0)
  }
}
