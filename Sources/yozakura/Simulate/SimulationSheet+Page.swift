internal import Mirrors

extension SimulationSheet {
  /// Says it all.
  func say(to page: inout Page) {
    page.line(Page.Piece(name, .strong), Page.Piece(scenario.title.isEmpty ? "" : "  \(scenario.title)"))
    page.line(Page.Piece(circumstances, .faint))
    page.line()
    page.table(summary.map { [Page.Piece($0.0, .faint), Page.Piece($0.1)] }, flexible: 1)
    page.line()
    sayMirrors(to: &page)
    sayRecoveries(to: &page)
    page.line()
    page.table(BrokenPromise.Promise.allCases.map(row))
  }

  private var circumstances: String {
    let clients = scenario.clients
    let worlds = scenario.runs == 1 ? "one world" : "\(scenario.runs) worlds"
    let sample = clients.sample == clients.count ? "" : ", of which \(clients.sample.grouped) are simulated"
    return "\(worlds) from seed \(seed) · \(Self.text(scenario.span / .seconds(1))) · \(clients.count.grouped) "
      + "\(clients.count == 1 ? "client" : "clients")\(sample) · \(scenario.mirrors.count) mirrors"
  }

  private var summary: [(String, String)] {
    [
      ("availability", availability), ("syncs answered", Self.text(report.answered)),
      ("with the newest release", Self.text(report.fresh)), ("time to a release", Self.text(report.delays)),
      ("after an outage, somebody there", Self.text(report.attendedWaits)),
      ("after an outage, nobody there", Self.text(report.unattendedWaits)),
    ]
  }

  private var availability: String {
    guard let mean = report.availability.mean, let low = report.availability[0.025],
      let high = report.availability[0.975]
    else { return "–" }
    let range = scenario.runs > 1 ? ", 95 of 100 worlds \(Self.percent(low)) to \(Self.percent(high))" : ""
    return "\(Self.percent(mean)) of all clients' time not behind\(range)"
  }

  private static let mirrorHead = ["mirror", "requests a day", "peak a minute", "turned away a day", "sent a day"].map {
    Page.Piece($0, .faint)
  }

  /// So many mirrors are told one by one.
  private static let toldMirrors = 12

  private func sayMirrors(to page: inout Page) {
    let isLong = report.mirrors.count > Self.toldMirrors
    let busiest = report.mirrors.sorted { $0.requestsPerDay > $1.requestsPerDay }
    page.table([Self.mirrorHead] + (isLong ? Array(busiest.prefix(Self.toldMirrors)) : report.mirrors).map(Self.row))
    guard isLong else { return }
    let rest = busiest.dropFirst(Self.toldMirrors).reduce(0) { $0 + $1.requestsPerDay }
    page.line(
      Page.Piece(
        "and \(busiest.count - Self.toldMirrors) with fewer, \(Self.count(rest)) requests a day in all", .faint))
  }

  private static func row(_ mirror: SimulationReport.MirrorFigures) -> [Page.Piece] {
    [
      Page.Piece(mirror.name), Page.Piece(count(mirror.requestsPerDay)), Page.Piece(count(mirror.peak)),
      Page.Piece(count(mirror.turnedAwayPerDay)), Page.Piece(ByteCount.text(Int(mirror.bytesPerDay))),
    ]
  }

  private func row(_ promise: BrokenPromise.Promise) -> [Page.Piece] {
    let count = report.broken.count { $0.promise == promise }
    let mark = count == 0 ? Page.Piece("kept", .good) : Page.Piece("broken \(count.grouped)×", .bad)
    return [mark, Page.Piece(promise.sentence)]
  }
}

// MARK: - Recoveries

extension SimulationSheet {
  /// So many recoveries are told one by one.
  private static let toldRecoveries = 8

  private func sayRecoveries(to page: inout Page) {
    let worst = report.recoveries.sorted { ($0.ratio ?? 0) > ($1.ratio ?? 0) }
    guard scenario.clients.sample >= 100, !worst.isEmpty else { return }
    page.line()
    let head = ["outage over after", "it lasted", "first minute", "normal minute", "ratio", "peak of the hour"]
    page.table([head.map { Page.Piece($0, .faint) }] + worst.prefix(Self.toldRecoveries).map(Self.row))
    let rest = worst.count - Self.toldRecoveries
    if rest > 0 { page.line(Page.Piece("and \(rest.grouped) outages whose ends brought less", .faint)) }
  }

  private static func row(_ recovery: Course.Recovery) -> [Page.Piece] {
    let ratio = recovery.ratio.map { "\(tenths($0)) ± \(tenths(recovery.margin ?? 0))" } ?? "–"
    return [
      Page.Piece(text(recovery.moment / .seconds(1))), Page.Piece(text(recovery.outage / .seconds(1))),
      Page.Piece(count(recovery.firstMinute)), Page.Piece(recovery.normal.map(count) ?? "–"),
      Page.Piece(ratio, recovery.isStorm ? .bad : .plain), Page.Piece(count(recovery.peak)),
    ]
  }
}

// MARK: - Numbers

extension SimulationSheet {
  private static func text(_ proportion: Proportion) -> String {
    guard let share = proportion.share else { return "–" }
    let interval = proportion.interval
    return "\(percent(share)) of \(proportion.total.grouped) (\(percent(interval.lowerBound)) to "
      + "\(percent(interval.upperBound)), Wilson 95 %)"
  }

  private static func text(_ quantiles: Quantiles) -> String {
    guard let half = quantiles[0.5], let most = quantiles[0.9], let nearlyAll = quantiles[0.99], let all = quantiles[1]
    else { return "–" }
    return "half within \(text(half)), 90 % \(text(most)), 99 % \(text(nearlyAll)), all \(text(all))"
  }

  /// `42 s`, `3.1 min`, `5.0 h`, `2.5 d`.
  private static func text(_ seconds: Double) -> String {
    switch seconds {
    case ..<90: "\(tenths(seconds)) s"
    case ..<5400: "\(tenths(seconds / 60)) min"
    case ..<172_800: "\(tenths(seconds / 3600)) h"
    default: "\(tenths(seconds / 86_400)) d"
    }
  }

  private static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\((tenths / 10).grouped).\(tenths % 10)"
  }

  private static func count(_ number: Double) -> String {
    Int(number.rounded()).grouped
  }
}

extension BrokenPromise.Promise {
  /// What is promised, in words.
  fileprivate var sentence: String {
    switch self {
    case .fresh:
      "Beside a mirror that is up for a minute and stays up, somebody who waits is served within five minutes."
    case .candidates: "While somebody honest can be asked, there is somebody to ask."
    case .recovery: "The first minute after an outage brings at most twice the requests of a normal one."
    case .timer: "A client always has a timer or a transfer."
    }
  }
}

extension Int {
  /// `1,234,567`
  fileprivate var grouped: String {
    let digits = Array(String(self))
    return digits.enumerated().map { place, digit in
      place > 0 && (digits.count - place).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
    }.joined()
  }
}
