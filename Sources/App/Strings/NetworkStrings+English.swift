extension NetworkStrings {
  static let english = NetworkStrings(
    cause: { cause in
      switch cause {
      case .noName: "no such host"
      case .nameTimeout: "the name servers are silent"
      case .refused: "connection refused"
      case .unreachable: "not reachable"
      case .timedOut: "no answer in time"
      case .notYetValid: "the certificate is not valid yet"
      case .insecure: "no secure connection"
      case .reset: "the connection broke"
      case .stalled: "the transfer stalled"
      case .tooSlow: "the transfer was too slow"
      case .truncated: "the answer ended early"
      case .busy: "the service is busy and asks to wait"
      case .refusing: "the service says no"
      case .missing: "the file is not there"
      case .status(let code): "the service answered \(code)"
      case .badAnswer: "what came was no catalogue"
      case .lying: "the bytes were proven wrong"
      case .tooBig: "the answer was too big"
      case .setAside(let missing): "what came lacked \(missing) shows and was set aside"
      case .disputed: "the mirrors do not agree on this version"
      case .noRoom: "too little room is left on the disk for anything new"
      case .offline: "the network is switched off"
      case .noRoute: "no route"
      case .noDNS: "no name can be resolved"
      case .portal: "a login page answers for everybody"
      case .wrongClock: "the clock is wrong"
      case .tampering: "something on the way changes the bytes"
      case .everythingFails: "everything fails at once"
      case .other(let text): text
      }
    },
    advice: { cause in
      switch cause {
      case .noName: "Is the address right? “yozakura provider list” shows it."
      case .missing: "It may have moved: “yozakura provider list” shows its address."
      case .notYetValid, .wrongClock: "Set the clock of this machine; “date” shows it."
      case .insecure: "A proxy may be in between, or ca-certificates be too old."
      case .lying: "Nothing of it was kept; comparing the mirrors shows who differs."
      case .disputed: "Nothing of it was applied; comparing the mirrors shows who differs."
      case .setAside: "“yozakura capsule accept” applies it."
      case .noRoom: "Make room on the disk, or try “yozakura capsule gc”."
      case .offline: "Start without --offline to have it back."
      case .noRoute: "Look at the cable, or at the Wi-Fi."
      case .noDNS, .nameTimeout: "Look at the name servers in /etc/resolv.conf."
      case .portal: "Open any page in a browser and log in."
      case .tampering: "Try another network; nothing of it was kept."
      case .everythingFails: "“yozakura doctor” looks for the cause."
      default: nil
      }
    },
    quoted: { "“\($0)”" },
    failing: { isOutage, age in (isOutage ? "offline" : "not synced") + (age.map { " \($0)" } ?? "") },
    capsuleOf: { "capsule of \($0)" },
    nextTry: { "next try \($0)" }, retry: "retry",
    seconds: { "\($0)s" }, perSecond: { "\($0)/s" })
}
