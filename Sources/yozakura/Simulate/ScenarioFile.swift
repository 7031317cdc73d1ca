internal import App
internal import Mirrors

/// A scenario as a TOML file says it.
struct ScenarioFile {
  /// What it says.
  let scenario: Scenario
  /// The seed that it names.
  let seed: UInt64

  /// Reads the text of the file that is called `name`.
  init(_ bytes: [UInt8], name: String) throws {
    let root = try FileTable(try TOMLFile.parse(bytes, path: name), at: "\(name):", known: Self.keys)
    seed = UInt64(try root.number("seed", in: 0...Int.max) ?? 1)
    var scenario = Scenario()
    scenario.title = try root.text("title") ?? ""
    scenario.span = try root.time("span", atLeast: .seconds(3600)) ?? scenario.span
    scenario.runs = try root.number("runs", in: 1...100_000) ?? 1
    scenario.releases = try root.lifetime("releases") ?? scenario.releases
    scenario.bytes = try root.number("bytes", in: 1...1_000_000_000) ?? scenario.bytes
    if let clients = try root.table("clients", known: Self.clientKeys) { try clients.read(into: &scenario.clients) }
    for table in try root.tables("group", known: Self.groupKeys) {
      scenario.groups.append(.init(try table.needed("name"), troubles: try table.troubles()))
    }
    for table in try root.tables("mirror", known: Self.mirrorKeys) { scenario.mirrors += try table.mirrors() }
    for table in try root.tables("outage", known: Self.outageKeys) { scenario.outages += try table.outages() }
    do {
      try scenario.validate()
    } catch {
      throw Failure(.invalid, "\(name): \(error.sentence)")
    }
    self.scenario = scenario
  }

  private static let keys = [
    "title", "span", "runs", "seed", "releases", "bytes", "clients", "group", "mirror", "outage",
  ]
  private static let clientKeys = ["count", "sample", "interval", "attended", "away", "trouble"]
  private static let groupKeys = ["name", "trouble"]
  private static let mirrorKeys = [
    "name", "copies", "group", "tells", "serves", "versioned", "latency", "speed", "capacity", "pause", "trouble",
  ]
  private static let outageKeys = ["of", "as", "at", "for"]
  fileprivate static let troubleKeys = ["as", "every", "for"]
}

extension FileTable {
  fileprivate func read(into clients: inout Scenario.Clients) throws(Failure) {
    clients.count = try number("count", in: 1...Scenario.clientLimit) ?? 1
    clients.sample = try number("sample", in: 1...Scenario.sampleLimit) ?? min(clients.count, 4000)
    clients.interval = try time("interval", atLeast: .seconds(600)) ?? clients.interval
    clients.attended = try lifetime("attended") ?? clients.attended
    clients.away = try lifetime("away") ?? clients.away
    clients.troubles = try troubles()
  }

  /// What befalls somebody by chance.
  fileprivate func troubles<State: RawRepresentable & CaseIterable>() throws(Failure) -> [Trouble<State>]
  where State.RawValue == String {
    var troubles: [Trouble<State>] = []
    for table in try tables("trouble", known: ScenarioFile.troubleKeys) {
      guard let every = try table.lifetime("every"), let lasts = try table.lifetime("for") else {
        throw Failure(.invalid, "\(table.place) a trouble wants `as`, `every` and `for`.")
      }
      troubles.append(Trouble(try table.choices("as"), every: every, lasts: lasts))
    }
    return troubles
  }

  /// The mirror that the table describes, or its copies.
  fileprivate func mirrors() throws(Failure) -> [Scenario.Mirror] {
    var mirror = Scenario.Mirror(try needed("name"), group: try text("group"))
    mirror.tells = try flag("tells") ?? mirror.tells
    mirror.serves = try flag("serves") ?? mirror.serves
    mirror.isVersioned = try flag("versioned") ?? mirror.isVersioned
    mirror.latency = try time("latency") ?? mirror.latency
    mirror.speed = Double(try number("speed", in: 1024...1_000_000_000) ?? Int(mirror.speed))
    mirror.capacity = try number("capacity", in: 1...1_000_000_000).map(Double.init)
    mirror.pause = try time("pause") ?? mirror.pause
    mirror.troubles = try troubles()
    guard let copies = try number("copies", in: 1...Scenario.mirrorLimit) else { return [mirror] }
    let name = mirror.name
    return (1...copies).map { number in
      mirror.name = "\(name)-\(number)"
      return mirror
    }
  }

  /// What befalls one mirror, a group, or all, in each of the ways that are named, one after the other.
  fileprivate func outages() throws(Failure) -> [Scenario.Outage] {
    guard let start = try time("at"), let length = try time("for") else {
      throw Failure(.invalid, "\(place) an outage wants `at` and `for`.")
    }
    let target = try text("of")
    let behaviours: [Behaviour] = try choices("as")
    let part = length / behaviours.count
    return behaviours.enumerated().map { number, behaviour in
      Scenario.Outage(target == "all" ? nil : target, behaviour, from: start + part * number, for: part)
    }
  }
}

extension ScenarioError {
  /// What is wrong, in a sentence.
  var sentence: String {
    switch self {
    case .noServer: "No [[mirror]] serves the file, so there is nothing to simulate."
    case .noTeller: "Addresses hold the version, and no mirror tells it: one has to, or `versioned` to be false."
    case .tooManyMirrors(let count): "\(count) mirrors are too many; at most \(Scenario.mirrorLimit) can be simulated."
    case .badCount(let count): "\(count) clients cannot be simulated; 1 … \(Scenario.clientLimit) can."
    case .badSample(let sample, let count):
      "`sample` is \(sample) of \(count) clients; it has to be 1 … \(min(Scenario.sampleLimit, count))."
    case .badName(let name): "“\(name)” is no name for a mirror: small letters, digits, `-` and `.`, at most 40."
    case .twice(let name): "Two are called `\(name)`."
    case .unknownGroup(let group, let mirror): "`\(mirror)` is of the group `\(group)`, and no [[group]] is called so."
    case .unknownTarget(let target): "An outage is of `\(target)`, and no mirror and no group is called so."
    case .capacityTooSmall(let mirror, let least):
      "`\(mirror)` bears less than one simulated client stands for: `capacity` has to be at least \(least), or `sample` larger."
    }
  }
}
