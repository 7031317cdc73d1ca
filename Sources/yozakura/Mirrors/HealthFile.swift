internal import Anime
internal import App
internal import Mirrors

/// `mirrors.toml` in the state folder: what is known of each origin, for programs and for people to read.
struct HealthFile {
  let path: String

  /// The book as it was written; nil where there is no file, or a damaged one.
  func read(at now: Duration) -> HealthBook? {
    guard let table = (try? TOMLFile.read(path)) ?? nil else { return nil }
    var origins: [Origin: OriginHealth] = [:]
    for (address, value) in table.tables("origin") {
      if let origin = Origin(address) { origins[origin] = OriginHealth(value, own: address) }
    }
    var favourites: [HealthBook.Pool: Origin] = [:]
    for (name, value) in table.table("favourite").values {
      guard case .string(let address) = value, let origin = Origin(address), let pool = HealthBook.Pool(name: name)
      else { continue }
      favourites[pool] = origin
    }
    let confirmed = table.table("confirmed")
    let moments = confirmed.values.keys.compactMap { name in
      HealthBook.Pool(name: name).flatMap { pool in confirmed.moment(name).map { (pool, $0) } }
    }
    return HealthBook(
      origins: origins, favourites: favourites, confirmed: Dictionary(moments) { $1 },
      localFault: LocalFault(table.table("localFault")), at: now)
  }

  /// Replaces the file by one with `book`.
  func write(_ book: HealthBook) throws {
    var writer = TOMLWriter()
    writer.comment("What is known of each mirror. Yozakura keeps it; it can be removed at any time.")
    let favourites = book.favourites.map { ($0.key.name, TOMLWriter.Value.text($0.value.description)) }
    writer.table(["favourite"], favourites.sorted { $0.0 < $1.0 })
    let confirmed = book.confirmed.map { ($0.key.name, TOMLWriter.Value.moment($0.value)) }
    writer.table(["confirmed"], confirmed.sorted { $0.0 < $1.0 })
    if let fault = book.localFault { writer.table(["localFault"], fault.fields) }
    for (origin, health) in book.origins.sorted(by: { $0.key.description < $1.key.description }) {
      writer.table(["origin", origin.description], health.fields)
      for traffic in Traffic.allCases {
        guard let track = health.tracks[traffic] else { continue }
        writer.table(["origin", origin.description, traffic.rawValue], track.fields)
      }
    }
    try TextFile.replace(path, with: writer.text)
  }
}

// MARK: - Pools and faults

extension HealthBook.Pool {
  fileprivate var name: String { "\(provider)/\(traffic.rawValue)" }

  fileprivate init?(name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let traffic = Traffic(rawValue: String(parts[1])) else { return nil }
    self.init(String(parts[0]), traffic)
  }
}

extension LocalFault {
  fileprivate init?(_ table: ConfigurationTable) {
    guard let cause = table.text("cause").flatMap({ Cause(rawValue: $0) }), let since = table.moment("since"),
      let nextTry = table.moment("nextTry")
    else { return nil }
    self.init(cause: cause, since: since, tries: table.integer("tries") ?? 1, nextTry: nextTry)
  }

  fileprivate var fields: [TOMLWriter.Field] {
    [
      ("cause", .text(cause.rawValue)), ("since", .moment(since)), ("tries", .integer(tries)),
      ("nextTry", .moment(nextTry)),
    ]
  }
}

extension Fault {
  fileprivate init?(_ table: ConfigurationTable) {
    guard let code = table.text("fault").flatMap({ Code(rawValue: $0) }) else { return nil }
    self.init(
      code, status: table.integer("status"),
      retryAfter: table.integer("retryAfter").map { .seconds(min(max(0, $0), 3600)) },
      sentence: table.text("sentence").map { Sanitiser.clean($0) })
  }

  fileprivate var fields: [TOMLWriter.Field] {
    [
      ("fault", .text(code.rawValue)), ("status", .integer(orNone: status)),
      ("retryAfter", .integer(orNone: retryAfter.map { Int($0 / .seconds(1)) })),
      ("sentence", .text(orNone: sentence)),
    ]
  }
}

// MARK: - Origins

extension OriginHealth {
  fileprivate init(_ table: ConfigurationTable, own: String) {
    self.init(group: table.text("group") ?? own)
    distrustedUntil = table.moment("distrustedUntil")
    strikes = table.integer("strikes") ?? 0
    version = table.text("version").flatMap { Version($0) }
    retests = table.integer("retests") ?? 0
    for traffic in Traffic.allCases {
      if case .table(let fields) = table[traffic.rawValue] { tracks[traffic] = Track(fields) }
    }
  }

  fileprivate var fields: [TOMLWriter.Field] {
    [
      ("group", .text(group)), ("version", .text(orNone: version?.description)),
      ("distrustedUntil", .moment(orNone: distrustedUntil)), ("strikes", .integer(strikes)),
      ("retests", .integer(retests)),
    ]
  }
}

extension Track {
  fileprivate init(_ table: ConfigurationTable) {
    self.init()
    connect = table.mean("connect")
    firstByte = table.mean("firstByte")
    throughput = table.mean("throughput")
    latencies = table.integers("latencies").suffix(Self.latencyCount).map { $0 < 0 ? nil : $0 }
    successes = max(0, table.integer("successes") ?? 0)
    failures = max(0, table.integer("failures") ?? 0)
    failuresInRow = max(0, table.integer("failuresInRow") ?? 0)
    openings = max(0, table.integer("openings") ?? 0)
    breaker = table.moment("restsUntil").map { .open(until: $0) } ?? .closed
    tokens = min(tokens, max(0, table.number("tokens") ?? tokens))
    tokensAt = table.moment("tokensAt") ?? .zero
    busyUntil = table.moment("busyUntil")
    refusedUntil = table.moment("refusedUntil")
    lastAsked = table.moment("lastAsked")
    lastSuccess = table.moment("lastSuccess")
    lastFailure = table.moment("lastFailure")
    lastFault = Fault(table)
  }

  fileprivate var fields: [TOMLWriter.Field] {
    [
      ("connect", .number(orNone: connect.value)), ("connectCount", .integer(connect.count)),
      ("firstByte", .number(orNone: firstByte.value)), ("firstByteCount", .integer(firstByte.count)),
      ("throughput", .number(orNone: throughput.value)), ("throughputCount", .integer(throughput.count)),
      ("latencies", .integers(latencies.map { $0 ?? -1 })), ("successes", .integer(successes)),
      ("failures", .integer(failures)), ("failuresInRow", .integer(failuresInRow)), ("openings", .integer(openings)),
      ("restsUntil", .moment(orNone: restsUntil)), ("tokens", .number(tokens)), ("tokensAt", .moment(tokensAt)),
      ("busyUntil", .moment(orNone: busyUntil)), ("refusedUntil", .moment(orNone: refusedUntil)),
      ("lastAsked", .moment(orNone: lastAsked)), ("lastSuccess", .moment(orNone: lastSuccess)),
      ("lastFailure", .moment(orNone: lastFailure)),
    ] + (lastFault?.fields ?? [])
  }

  /// A probe belongs to the process that makes it: for all others the breaker is due.
  private var restsUntil: Duration? {
    switch breaker {
    case .closed: nil
    case .open(let until): until
    case .probing(let since): since
    }
  }
}

// MARK: - Values

extension ConfigurationTable {
  fileprivate func table(_ name: String) -> ConfigurationTable {
    if case .table(let table) = self[name] { table } else { ConfigurationTable() }
  }

  fileprivate func tables(_ name: String) -> [(String, ConfigurationTable)] {
    table(name).values.compactMap { name, value in
      if case .table(let table) = value { (name, table) } else { nil }
    }
  }

  fileprivate func text(_ name: String) -> String? {
    if case .string(let text) = self[name] { text } else { nil }
  }

  fileprivate func integer(_ name: String) -> Int? {
    if case .integer(let number) = self[name] { number } else { nil }
  }

  fileprivate func integers(_ name: String) -> [Int] {
    guard case .array(let values) = self[name] else { return [] }
    return values.compactMap { if case .integer(let number) = $0 { number } else { nil } }
  }

  fileprivate func number(_ name: String) -> Double? {
    switch self[name] {
    case .number(let number) where number.isFinite: number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  fileprivate func mean(_ name: String) -> RunningMean {
    RunningMean(value: number(name).flatMap { $0 > 0 ? $0 : nil }, count: integer("\(name)Count") ?? 1)
  }

  fileprivate func moment(_ name: String) -> Duration? {
    text(name).flatMap { Instant(iso8601: $0) }.map { .milliseconds($0.milliseconds) }
  }
}
