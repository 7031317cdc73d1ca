import Anime
import Capsule
import Glibc
import Library

/// The capsule of years, opened, searched in the past, proven, written to and killed.
struct ScaleBenchmarks {
  private let home: Home
  private let set: ScaleSet

  /// Makes the set, which takes minutes; nil where it cannot be made.
  init?(binary: String, size: ScaleSet.Size) {
    guard let home = Home(binary: binary) else { return nil }
    let start = now()
    var set = ScaleSet(size, in: home)
    do {
      try set.generate()
    } catch {
      print("the capsule cannot be made: \(error)")
      return nil
    }
    self.home = home
    self.set = set
    let objects = (try? set.library().capsule.figures().objectCount) ?? 0
    print(
      "scale: made \(set.catalogue.count) shows, \(size.commits) commits, \(objects) objects in "
        + "\(Int((now() - start) / 1000)) s")
    fflush(nil)
    // No mirror: nothing is fetched in the background while something is measured.
    home.run("provider", "disable", "bangumi-data")
  }

  /// Every figure.
  func figures() -> [Figure] {
    opening() + past() + looking() + proving() + editing() + killing()
  }

  // MARK: Reading

  private func opening() -> [Figure] {
    var made: [Double] = []
    for _ in 0..<3 {
      remove("/cache")
      if let run = home.run("list") { made.append(run.wall) }
    }
    let frames = (0..<9).compactMap { _ in firstFrame(of: home) }
    return [
      Figure(name: "scale: first frame, 200×60", ours: median(frames), unit: "ms", limit: 100),
      Figure(name: "scale: index and catalogue made anew", ours: median(made), unit: "ms"),
    ]
  }

  private func past() -> [Figure] {
    remove("/cache/yozakura", names: "past-*")
    guard let first = home.run("search", "夜桜", "--as-of", "2023-05-05") else { return [] }
    let next = (0..<9).compactMap { _ in home.run("search", "夜桜", "--as-of", "2023-05-05")?.wall }
    return [
      Figure(name: "scale: search as of a day, the first", ours: first.wall, unit: "ms"),
      Figure(name: "scale: search as of a day, the next", ours: median(next), unit: "ms", limit: 50),
    ]
  }

  private func looking() -> [Figure] {
    [("log", ["capsule", "log"]), ("status", ["capsule", "status"])].map { name, arguments in
      let runs = measure([home.binary] + arguments, environment: home.environment, times: 5)
      return Figure(name: "scale: capsule \(name)", ours: median(runs.map(\.wall)), unit: "ms")
    }
  }

  /// Verification, and of every byte beside the tool that anybody would take for it.
  private func proving() -> [Figure] {
    let verify = [home.binary, "capsule", "verify"]
    let structure = measure(verify, environment: home.environment, times: 3)
    let script = "find '\(set.folder)' -type f -print0 | xargs -0 sha256sum"
    var (ours, theirs): ([Run], [Run]) = ([], [])
    // By turns, so that what else the machine does meets both.
    for _ in 0..<3 {
      ours += measure(verify + ["--read-all"], environment: home.environment, times: 1)
      theirs += measure(["sh", "-c", script], environment: home.environment, times: 1)
    }
    guard (structure + ours + theirs).allSatisfy({ $0.status == 0 }) else { return [.failed("scale: verify")] }
    let peer = median(theirs.map(\.wall))
    return [
      Figure(name: "scale: capsule verify", ours: median(structure.map(\.wall)), unit: "ms", limit: 5000),
      Figure(
        name: "scale: capsule verify --read-all", ours: median(ours.map(\.wall)), peer: ("sha256sum", peer),
        unit: "ms", limit: peer / 0.8),
    ]
  }

  // MARK: Writing

  /// A change of the list beside a line of the same length that is appended and synced.
  private func editing() -> [Figure] {
    guard let library = try? set.library(),
      let show = (0..<library.snapshot().catalogue.count).lazy.map(library.snapshot().catalogue.id(at:)).first
    else { return [.failed("scale: edit")] }
    let before = logLength
    var (ours, theirs): ([Double], [Double]) = ([], [])
    let bare = home.path + "/bare.log"
    for number in 1...101 {
      let start = now()
      guard (try? library.edit(show, [.progress(100 + number)])) != nil else { return [.failed("scale: edit")] }
      ours.append(now() - start)
      let line = [UInt8](repeating: 0x2E, count: max(1, (logLength - before) / number))
      let begin = now()
      appendLine(line, to: bare)
      theirs.append(now() - begin)
    }
    let commands = (1...9).compactMap { home.run("set", show.description, "--progress", "\($0)")?.wall }
    let peer = median(theirs)
    return [
      Figure(
        name: "scale: a change of the list", ours: median(ours), peer: ("append+fsync", peer), unit: "ms",
        limit: 4 * peer + 1),
      Figure(name: "scale: set, start to end", ours: median(commands), unit: "ms"),
    ]
  }

  private var logLength: Int {
    let disk = RealDisk()
    let names = (try? disk.list(set.folder + "/ops")) ?? []
    return names.filter { $0.hasSuffix(".jsonl") }
      .reduce(0) { $0 + (((try? disk.length(of: "\(set.folder)/ops/\($1)")) ?? nil) ?? 0) }
  }

  /// Kills a sync at seven moments of its way, and opens what it leaves.
  private func killing() -> [Figure] {
    var next = set.catalogue
    mkdir(home.path + "/www", 0o755)
    func serve() {
      _ = next.advance()
      _ = home.write(next.file.bytes, to: "www/data.json")
    }
    serve()
    guard let nginx = Nginx(serving: home.path + "/www", configurationIn: home) else { return [.failed("nginx")] }
    let url = "http://127.0.0.1:\(nginx.port)/data.json"
    home.run("provider", "add", "bangumi-data", "--name", "bench", "--mirror", url)
    guard let whole = home.run("sync"), whole.status == 0 else { return [.failed("scale: sync")] }
    var opened: [Double] = []
    for eighth in 1...7 {
      serve()
      guard let child = Child([home.binary, "sync"], environment: home.environment) else { continue }
      // No wait for a result: the moment of the kill is what is chosen here.
      usleep(UInt32(whole.wall * 1000) * UInt32(eighth) / 8)
      kill(child.process, SIGKILL)
      _ = child.finish()
      guard let run = home.run("list"), run.status == 0 else { return [.failed("scale: open after a kill")] }
      opened.append(run.wall)
    }
    serve()
    guard let late = openedAfterCommit() else { return [.failed("scale: open after a commit")] }
    let proven = home.run("capsule", "verify")
    guard proven?.status == 0 else { return [.failed("scale: verify after kills")] }
    return [
      Figure(name: "scale: sync of a changed catalogue", ours: whole.wall, unit: "ms"),
      Figure(name: "scale: open after a kill, median of 7", ours: median(opened), unit: "ms", limit: 1000),
      Figure(name: "scale: open after a kill, slowest of 7", ours: opened.max() ?? 0, unit: "ms", limit: 1000),
      Figure(name: "scale: open after a kill just behind the commit", ours: late, unit: "ms", limit: 1000),
    ]
  }

  /// Opens what a process leaves that is killed when its commit counts and the index does not know of it yet.
  ///
  /// No kill from outside meets that moment for sure, so the index from before the sync is put back.
  private func openedAfterCommit() -> Double? {
    let index = home.path + "/cache/yozakura/index.sqlite"
    let saved = home.path + "/saved"
    func copy(_ script: String) { _ = Child(["sh", "-c", script], environment: home.environment)?.finish() }
    copy("mkdir -p '\(saved)' && cp '\(index)'* '\(saved)'")
    guard home.run("sync")?.status == 0 else { return nil }
    copy("rm -f '\(index)'* && cp '\(saved)'/* \"$(dirname '\(index)')\"")
    return home.run("list")?.wall
  }

  private func remove(_ folder: String, names: String = "") {
    let path = home.path + folder
    let script = names.isEmpty ? "rm -rf '\(path)'" : "rm -f '\(path)'/\(names)"
    _ = Child(["sh", "-c", script], environment: home.environment)?.finish()
  }
}

/// The least that can make a line durable.
private func appendLine(_ line: [UInt8], to path: String) {
  let disk = RealDisk()
  guard let file = try? disk.open(path, .making) else { return }
  defer { disk.close(file) }
  let end = ((try? disk.length(of: path)) ?? nil) ?? 0
  try? disk.write(line, to: file, at: end)
  try? disk.sync(file)
}
