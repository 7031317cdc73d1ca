import CSystem
import Capsule
import Glibc

/// Bytes from a server into a store, beside the programs that do nothing else.
///
/// All of it in one run and in turn, so that whatever else the machine does is done to everybody.
struct TransferBenchmarks {
  private static let objectCount = 2000
  private static let objectLength = 20_000
  private static let bodyMebibytes = 256
  private static let rounds = 5

  private let home: Home
  private let nginx: Nginx
  private let names: [String]
  private let bodyDigest: Digest

  /// Nil where no home or no nginx can be had.
  init?(binary: String) {
    guard let home = Home(binary: binary) else { return nil }
    for folder in ["/www", "/www/objects", "/out"] { mkdir(home.path + folder, 0o755) }
    names = Self.makeObjects(in: home)
    bodyDigest = Self.makeBody(in: home)
    guard let nginx = Nginx(serving: home.path + "/www", configurationIn: home) else { return nil }
    self.home = home
    self.nginx = nginx
    let urls = names.map { url("/objects/\($0)") }
    _ = home.write(Array(urls.joined(separator: "\n").utf8), to: "urls.txt")
    let lines = names.map { "url=\(url("/objects/\($0)"))\noutput=\(home.path)/out/\($0)\n" }
    _ = home.write(Array(lines.joined().utf8), to: "curl.txt")
  }

  /// Every figure.
  func figures() -> [Figure] {
    objects() + body()
  }

  private func url(_ path: String) -> String { "http://127.0.0.1:\(nginx.port)\(path)" }
}

// MARK: Many objects

extension TransferBenchmarks {
  /// Two thousand objects, each proven by its hash and all durable in a capsule, beside programs that write plain files.
  private func objects() -> [Figure] {
    let store = TransferProgram.objects(list: home.path + "/urls.txt", capsule: home.path + "/out/capsule")
    let programs = [
      store, ["curl", "--silent", "--parallel", "--config", home.path + "/curl.txt"],
      [
        "aria2c", "--quiet", "--max-concurrent-downloads=16", "--input-file=\(home.path)/urls.txt",
        "--dir=\(home.path)/out",
      ],
    ]
    guard let medians = inTurn(programs) else { return [.failed("transfer: objects")] }
    let name = "transfer: \(Self.objectCount) objects of 20 KB, durable"
    return [
      Figure(name: name, ours: medians[0], peer: ("curl", medians[1]), unit: "ms", limit: 1.3 * medians[1]),
      Figure(name: name, ours: medians[0], peer: ("aria2c", medians[2]), unit: "ms"),
    ]
  }

  /// Random bytes, which no compression makes smaller, under the names of their hashes.
  private static func makeObjects(in home: Home) -> [String] {
    var random = SystemRandomNumberGenerator()
    return (0..<objectCount).map { _ in
      let bytes = randomBytes(objectLength, using: &random)
      let name = Digest(of: bytes).hex
      _ = home.write(bytes, to: "www/objects/\(name)")
      return name
    }
  }

  private static func randomBytes(_ count: Int, using random: inout SystemRandomNumberGenerator) -> [UInt8] {
    (0..<count / 8).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
  }
}

// MARK: One body

extension TransferBenchmarks {
  /// One large body, written to a file and hashed as it comes.
  private func body() -> [Figure] {
    let (source, target) = (url("/body"), home.path + "/out/body")
    let ours = TransferProgram.body(url: source, file: target, digest: bodyDigest.hex)
    guard let medians = inTurn([ours, ["curl", "--silent", "--output", target, source]]),
      let memory = peakMemory(of: ours, environment: home.environment)
    else { return [.failed("transfer: body")] }
    let name = "transfer: \(Self.bodyMebibytes) MiB to a file, hashed"
    return [
      // 0.8 times the speed is 1.25 times the time.
      Figure(name: name, ours: medians[0], peer: ("curl", medians[1]), unit: "ms", limit: medians[1] / 0.8),
      Figure(name: "\(name), memory", ours: memory, unit: "MiB", limit: 64),
    ]
  }

  private static func makeBody(in home: Home) -> Digest {
    var random = SystemRandomNumberGenerator()
    let block = randomBytes(1 << 20, using: &random)
    let body = (0..<bodyMebibytes).flatMap { number in [UInt8(truncatingIfNeeded: number)] + block.dropFirst() }
    _ = home.write(body, to: "www/body")
    return Digest(of: body)
  }
}

// MARK: Measuring

extension TransferBenchmarks {
  /// The median time of each of `programs`, which take turns; nil where one fails.
  private func inTurn(_ programs: [[String]]) -> [Double]? {
    var times = programs.map { _ in [Double]() }
    // The first round warms the server's files, and is not counted.
    for round in 0...Self.rounds {
      for (index, program) in programs.enumerated() {
        clear()
        guard let run = Child(program, environment: home.environment)?.finish(), run.status == 0 else { return nil }
        if round > 0 { times[index].append(run.wall) }
      }
    }
    return times.map(median)
  }

  /// Makes a new folder for what is fetched, and waits until the disk has nothing left to do for the old one.
  ///
  /// Small files stay until the end: where some were just removed, new ones take the disk several times as long, which
  /// would hide what the programs differ in.
  private func clear() {
    let command = "cd '\(home.path)' && rm -f out/body && mv out used-$$ && mkdir out && sync"
    _ = Child(["sh", "-c", command], environment: home.environment)?.finish()
  }
}
