internal import Anime
internal import Mirrors
internal import Providers

/// What a survey of the network found, check by check. None is bad: what ails a network is mended elsewhere.
struct NetworkChecks {
  let survey: NetworkSurvey

  var all: [Check] {
    ([route] + [names, proxy].compactMap(\.self) + [clock]) + survey.patients.flatMap(mirrors)
  }

  private var route: Check {
    let facts = survey.facts
    switch (facts.hasRoute4, facts.hasRoute6) {
    case (true, true): return .good("route", "a way out over IPv4 and IPv6")
    case (true, false): return .good("route", "a way out over IPv4")
    case (false, true): return .good("route", "a way out over IPv6")
    case (false, false) where !facts.needsRoute: return .good("route", "no way out, and none is needed")
    case (false, false):
      return .warning("route", "no way out of this machine", "Is the cable in, the Wi-Fi on? Everything here works on.")
    }
  }

  private var names: Check? {
    let names = survey.facts.names
    guard !names.isEmpty else { return nil }
    let lost = names.filter { $0.value != .found }.sorted { $0.key < $1.key }
    guard !lost.isEmpty else { return .good("names", "\(names.count) of \(names.count) hosts have an address") }
    let isSilent = lost.allSatisfy { $0.value == .silent }
    let hosts =
      lost.count == names.count ? "none of \(names.count) hosts" : "not " + lost.map(\.key).joined(separator: ", ")
    return .warning(
      "names", "\(hosts) has an address\(isSilent ? ": no name server answers" : "")",
      "/etc/resolv.conf says who is asked for names.")
  }

  private var proxy: Check? {
    let proxies = survey.proxies.all
    return proxies.isEmpty ? nil : .good("proxy", "\(proxies.joined(separator: ", ")), as the environment says")
  }

  private var clock: Check {
    guard let error = survey.facts.clockError else {
      let witnesses = survey.clockCount
      let who = witnesses == 1 ? "1 server" : "\(witnesses) servers"
      return .good("clock", witnesses == 0 ? "nothing speaks against it" : "agrees with \(who)")
    }
    return .warning(
      "clock", error.clockSentence, "With a wrong clock no certificate is valid; `timedatectl` tells whether it is set."
    )
  }

  private func mirrors(_ patient: NetworkSurvey.Patient) -> [Check] {
    patient.probes.map { probe in
      let name = "\(patient.provider.name): \(Address.host(probe.address))"
      switch probe.result {
      case .success(let version):
        let time = probe.measure.firstByte.map { ", \(Int(($0 / .milliseconds(1)).rounded())) ms" } ?? ""
        let told = version.map { " \($0)" } ?? ""
        return .good("mirror", "\(name)\(told)\(time)")
      case .failure(let reason):
        return Check(name: "mirror", state: .warning, detail: "\(name): \(reason.sentence)")
      }
    }
  }
}

extension Duration {
  /// How wrong a clock is that is ahead by this.
  var clockSentence: String {
    let span = Age.text(.seconds(abs(components.seconds)))
    return "the clock here is \(span) \(self > .zero ? "fast" : "slow")"
  }
}
