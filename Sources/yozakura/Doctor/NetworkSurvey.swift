internal import Anime
internal import HTTP
internal import Library
internal import Mirrors
internal import Providers

/// What the doctor learns by asking: how this machine's network is, and how each mirror answers.
struct NetworkSurvey: Sendable {
  /// A provider, and how those who serve it answered.
  struct Patient: Sendable {
    /// The provider.
    var provider: ProviderConfiguration
    /// One answer for each address.
    var probes: [MirrorProbe]
  }

  /// The enabled providers.
  var patients: [Patient]
  /// What was found on this machine.
  var facts: LocalFacts
  /// How many servers told the time.
  var clockCount: Int
  /// How the mirrors are reached.
  var proxies: Proxies

  /// All answers.
  var probes: [MirrorProbe] { patients.flatMap(\.probes) }

  /// Everything that can be waited for ends before this, so that the whole takes less than 10 s.
  private static let deadline = Duration.seconds(9)

  /// Looks at the network and asks everybody once, all side by side.
  static func make(
    of providers: [ProviderConfiguration], versions: [String: String], passed: Instant, tools: SurveyTools
  ) async -> NetworkSurvey {
    let addresses = providers.flatMap { $0.mirrors + $0.versionFrom }
    let proxies = Proxies.environment
    async let local = LocalProbe(origins: Set(addresses.compactMap { Origin($0) }), proxies: proxies).look()
    let patients = await ask(providers, versions, tools)
    var survey = NetworkSurvey(patients: patients, facts: await local, clockCount: 0, proxies: proxies)
    let dates = survey.probes.compactMap(\.serverDate)
    let witnesses = ClockWitnesses(
      passed: .milliseconds(passed.milliseconds), servers: dates.map { .seconds($0) })
    survey.clockCount = dates.count
    survey.facts.clockError = witnesses.error(of: .milliseconds(WallClock.machine.milliseconds))
    survey.facts.hasAnswer = survey.probes.contains { $0.fault == nil && !$0.wasSpared }
    survey.facts.faults = survey.probes.compactMap(\.fault)
    return survey
  }

  private static func ask(
    _ providers: [ProviderConfiguration], _ versions: [String: String], _ tools: SurveyTools
  ) async -> [Patient] {
    let work = Task {
      await withTaskGroup(of: (Int, Patient).self) { group in
        for (place, provider) in providers.enumerated() {
          group.addTask {
            let probes = await probeMirrors(
              of: provider, present: versions[provider.name], client: tools.client, health: tools.health,
              timing: .hurried)
            return (place, Patient(provider: provider, probes: probes))
          }
        }
        return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
      }
    }
    let timer = Task {
      try await Task.sleep(for: deadline)
      work.cancel()
    }
    defer { timer.cancel() }
    return await withTaskCancellationHandler {
      await work.value
    } onCancel: {
      work.cancel()
    }
  }
}

/// What a survey asks with.
struct SurveyTools: Sendable {
  /// What asks.
  let client: HTTPClient
  /// What learns from the answers.
  let health: MirrorHealth
}

extension FetchTiming {
  /// For a person who waits for all of it: also where the version has to be learnt first, both ends before 10 s.
  fileprivate static var hurried: FetchTiming {
    var timing = FetchTiming()
    timing.document.connectTimeout = .seconds(2)
    timing.document.speedWindow = .seconds(2)
    timing.file.connectTimeout = .seconds(2)
    timing.file.speedWindow = .seconds(2)
    return timing
  }
}

extension MirrorProbe {
  /// What was wrong; nil where nothing was, or where nobody was asked.
  var fault: Fault.Code? {
    guard case .failure(let reason) = result, !wasSpared else { return nil }
    return reason.fault.code
  }

  /// Whether it was not asked, for its own sake or for want of a version.
  var wasSpared: Bool {
    switch result {
    case .failure(.leftAlone), .failure(.versionUnknown): true
    default: false
    }
  }

  /// Whether it gave what it was asked for.
  var isGood: Bool {
    if case .success = result { true } else { false }
  }
}
