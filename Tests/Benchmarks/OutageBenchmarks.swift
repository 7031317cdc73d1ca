import FaultServer
import Glibc

/// An open interface while every mirror is down: one fails, one stays silent, one lets nobody in.
///
/// For two minutes somebody presses keys, so that it takes them to be there and retries as often as it ever does.
struct OutageBenchmarks {
  private static let length = 120_000.0
  private static let catalogue = Array(
    """
    {"siteMeta":{},"items":[{"title":"夜桜","titleTranslate":{},"type":"tv","lang":"ja","officialSite":"",\
    "begin":"2026-07-01T13:00:00.000Z","end":"","sites":[{"site":"bangumi","id":"1"}]}]}
    """.utf8)
  private static let path = "/data.json"
  /// Later than any interval after the sync that comes first: the interface finds one due as it opens.
  private static let later = "2033-05-18T03:33:20Z"

  private let home: Home
  private let servers: [HostileServer]

  /// Nil where no home or no server can be had.
  init?(binary: String) {
    guard let home = Home(binary: binary) else { return nil }
    self.home = home
    servers = (0..<3).compactMap { _ in try? HostileServer([Self.path: .ok(Self.catalogue)]) }
    guard servers.count == 3 else { return nil }
    home.run("provider", "disable", "bangumi-data")
    let mirrors = servers.flatMap { ["--mirror", $0.url(Self.path)] }
    _ = Child(
      [binary, "provider", "add", "bangumi-data", "--name", "bench"] + mirrors, environment: home.environment)?.finish()
  }

  /// How soon keys are answered, and how often the busiest of the mirrors was asked.
  func figures() -> [Figure] {
    guard home.run("sync")?.status == 0 else { return [.failed("outage")] }
    for (server, answer) in zip(servers, [Answer.status(500), .stall(), .nothing]) {
      server.route(Self.path, answer)
    }
    let before = servers.map(\.requests.count)
    guard let latencies = pressKeys() else { return [.failed("outage")] }
    let attempts = zip(servers, before).map { $0.requests.count - $1 }
    guard attempts.allSatisfy({ $0 > 0 }) else { return [.failed("outage: a mirror was never asked")] }
    let minutes = Self.length / 60_000
    return [
      Figure(name: "every mirror down: key to frame, p99", ours: percentile(latencies, 99), unit: "ms", limit: 5),
      // What the retry budget of one origin holds, and what time gives back to it.
      Figure(
        name: "every mirror down: requests to one in \(Int(minutes)) min", ours: Double(attempts.max() ?? 0), unit: "",
        limit: 10 + minutes),
    ]
  }

  /// The time from each key to its frame; nil where the interface does not start.
  private func pressKeys() -> [Double]? {
    let environment = home.environment.merging(["YOZAKURA_NOW": Self.later]) { $1 }
    guard let pty = Pty([home.binary], environment: environment, columns: 200, rows: 60) else { return nil }
    pty.drain(quiet: 300, limit: 5000)
    let end = now() + Self.length
    var latencies: [Double] = []
    while now() < end {
      // Every place in turn, so that each key changes the screen.
      for key in ["2", "3", "4", "5", "6", "1"] {
        pty.drain(quiet: 5, limit: 100)
        let pressed = now()
        pty.type(key)
        if let last = pty.drain(quiet: 12, limit: 500).last { latencies.append(last - pressed) }
      }
    }
    kill(pty.child.process, SIGTERM)
    pty.drain(quiet: 200, limit: 1000)
    _ = pty.child.finish()
    return latencies
  }
}
