extension MirrorStrings {
  static let english = MirrorStrings(
    title: "Mirrors",
    awaited: "Looking at the mirrors.",
    none: "No mirror is asked; “yozakura provider list” shows the providers.",
    blameless: { "The fault is on this side: \($0). No mirror is blamed." },
    usable: { "\($0)/\($1) mirrors" },
    usableOf: { "\($0) of \($1) usable" },
    disputed: "disputed",
    disputedAtLength: "The mirrors give different bytes for one version; the first stays applied.",
    fetched: { "fetched \($0)" },
    state: { state in
      switch state {
      case .unknown: "not asked yet"
      case .good: "good"
      case .probing: "being probed"
      case .open: "resting after failures"
      case .busy: "busy"
      case .refusing: "refusing"
      case .distrusted: "distrusted"
      }
    },
    stateWord: { state in
      switch state {
      case .unknown: "not asked"
      case .good: ""
      case .probing: "probing"
      case .open: "resting"
      case .busy: "busy"
      case .refusing: "refusing"
      case .distrusted: "distrusted"
      }
    },
    versionSource: "versions",
    role: { role, provider in
      switch role {
      case .mirror: "mirror of \(provider)"
      case .versionSource: "tells the version of \(provider)"
      }
    },
    pin: "pin", pinned: "pinned: asked first",
    reason: { reason in
      switch reason {
      case .slow(let milliseconds): "slow: first byte after \(milliseconds) ms"
      case .unreliable(let percent): "unreliable: \(percent)% go well"
      case .behind: "its data is behind"
      case .lied: "its bytes were wrong"
      case .refusing: "it says no"
      case .busy: "it asks to wait"
      case .failing: "its last tries failed"
      case .untried: "too few tries"
      }
    },
    due: { state, wait in
      switch state {
      case .open, .unknown, .good, .probing: "probe in \(wait)"
      case .busy: "may be asked in \(wait)"
      case .refusing: "asked again in \(wait)"
      case .distrusted: "trusted again in \(wait)"
      }
    },
    behind: "behind",
    milliseconds: { "\($0) ms" },
    address: "Address", data: "Data", grade: "Grade",
    group: "Group", aloneInGroup: "its own", firstByte: "First byte",
    firstBytes: { median, slowest in "half within \(median)" + (slowest.map { ", 95% within \($0)" } ?? "") },
    lastTries: { $0 == 1 ? "the last try" : "the last \($0) tries" },
    throughput: "Speed", success: "Success",
    successes: { "\($0)% of \($1 == 1 ? "1 try" : "\($1) tries")" },
    version: { version, isBehind in
      version.map { $0 + (isBehind ? ", and others have a newer one" : "") } ?? (isBehind ? "behind" : "unknown")
    },
    lastSuccess: "Last good", never: "never", lastError: "Last fault", next: "Next",
    trying: { "Asking \($0)." },
    answered: { "\($0) answers." },
    tried: { "\($0): \($1)." },
    comparing: { "Comparing the mirrors of \($0)." },
    compared: { comparison in
      let name = [comparison.provider, comparison.version].compactMap(\.self).joined(separator: " ")
      guard !comparison.isEmpty else { return "\(name): no address holds a version, so there is nothing to compare." }
      let agreeing = comparison.agreeing.count
      let parts = [
        agreeing == 1 ? "1 mirror answers" : "\(agreeing) mirrors agree",
        comparison.differing.isEmpty
          ? nil
          : comparison.differing.joined(separator: ", ")
            + (comparison.differing.count == 1 ? " gives other bytes" : " give other bytes"),
        comparison.silent.isEmpty ? nil : "nothing from \(comparison.silent.joined(separator: ", "))",
      ]
      return "\(name): \(agreeing == 0 ? "no mirror answers" : parts.compactMap(\.self).joined(separator: "; "))."
    })
}
