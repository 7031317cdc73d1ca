import Anime
import Capsule
import Glibc
import Providers

/// A year of daily syncs of a catalogue as large as the real one: what it takes of the disk and how long it takes to
/// prove, beside a backup program that keeps the same versions.
struct YearBenchmarks {
  private let home: Home
  private let days: Int
  private let hasPeer: Bool

  /// `days` versions; without `hasPeer` no backup is made, which takes most of the time.
  init?(binary: String, days: Int, hasPeer: Bool) {
    guard let home = Home(binary: binary) else { return nil }
    self.home = home
    self.days = days
    self.hasPeer = hasPeer
  }

  private var folder: String { home.path + "/data/yozakura" }
  private var repository: String { home.path + "/restic" }
  private var version: String { home.path + "/www/data.json" }

  private var environment: [String: String] {
    home.environment.merging([
      "RESTIC_PASSWORD": "yozakura", "RESTIC_REPOSITORY": repository, "RESTIC_CACHE_DIR": home.path + "/restic-cache",
    ]) { $1 }
  }

  /// Every figure.
  func figures() -> [Figure] {
    mkdir(home.path + "/www", 0o755)
    if hasPeer { run("restic", "init", "--quiet") }
    guard (try? keepVersions()) != nil else { return [.failed("year")] }
    return space() + proving()
  }

  /// Each version into the capsule, and into the repository.
  private func keepVersions() throws {
    var catalogue = DriftingCatalogue(reaching: SyntheticCatalogue.count, after: days - 1)
    let clock = SetClock()
    let capsule = try TimeCapsule.open(at: folder, program: "bench", disk: QuickDisk(), clock: clock)
    var base: Manifest?
    for day in 1...days {
      let (bytes, cuts) = catalogue.file
      base = try capsule.write("sync") { writer throws(CapsuleError) in
        let manifest = writer.store(bytes, cuts: cuts, over: base)
        let receipt = Receipt(
          of: manifest, version: "\(day)", url: "https://a.example/data.json", mirror: "https://a.example",
          fetched: clock.now(), verdict: "accepted", kind: BangumiData.kind, shows: catalogue.count)
        var draft = CommitDraft(provider: "bench", cause: "sync", sources: ["bench": Source(current: receipt)])
        draft.identities = writer.putTwice(ScaleSet.identities(catalogue.newKeys))
        try writer.record(draft)
        return manifest
      }
      _ = home.write(bytes, to: "www/data.json")
      if hasPeer { run("restic", "backup", "--quiet", version) }
      clock.advance()
      _ = catalogue.advance()
    }
    sync()
  }

  /// As multiples of one version that zstd made small: of the bytes in the files, and of the blocks that they fill.
  private func space() -> [Figure] {
    run("zstd", "-3", "-q", "-f", "-o", home.path + "/one.zst", version)
    let one = Double((try? RealDisk().length(of: home.path + "/one.zst")) ?? 0)
    guard one > 0, let bytes = size(of: folder), let blocks = size(of: folder, inBlocks: true) else {
      return [.failed("year: space")]
    }
    let name = "\(days) versions, of one under zstd -3"
    return [
      Figure(
        name: "\(name): bytes", ours: bytes / one, peer: size(of: repository).map { ("restic", $0 / one) }, unit: "×",
        limit: 25),
      Figure(
        name: "\(name): blocks", ours: blocks / one,
        peer: size(of: repository, inBlocks: true).map { ("restic", $0 / one) }, unit: "×"),
    ]
  }

  private func proving() -> [Figure] {
    home.run("list")
    return [
      proving("capsule verify", [], peer: ["check", "--quiet"]),
      proving("capsule verify --read-all", ["--read-all"], peer: ["check", "--quiet", "--read-data"]),
    ]
  }

  private func proving(_ name: String, _ flags: [String], peer: [String]) -> Figure {
    let ours = measure([home.binary, "capsule", "verify"] + flags, environment: environment, times: 3)
    let theirs = hasPeer ? measure(["restic"] + peer, environment: environment, times: 3) : []
    guard (ours + theirs).allSatisfy({ $0.status == 0 }) else { return .failed(name) }
    return Figure(
      name: "\(days) versions: \(name)", ours: median(ours.map(\.wall)),
      peer: hasPeer ? ("restic", median(theirs.map(\.wall))) : nil, unit: "ms")
  }

  @discardableResult
  private func run(_ arguments: String...) -> Run? {
    Child(arguments, environment: environment)?.finish()
  }

  /// What `du` says of a folder; nil where there is none.
  private func size(of folder: String, inBlocks: Bool = false) -> Double? {
    let answer = home.path + "/du.txt"
    let unit = inBlocks ? "--block-size=1" : "--apparent-size --block-size=1"
    run("sh", "-c", "du -s \(unit) '\(folder)' | cut -f1 | tr -d '\\n' > '\(answer)'")
    return ((try? RealDisk().open(answer, .reading)) ?? nil).flatMap { file in
      defer { RealDisk().close(file) }
      return (try? RealDisk().read(file, count: 64, at: 0)).flatMap { Double(String(decoding: $0, as: UTF8.self)) }
    }
  }
}
