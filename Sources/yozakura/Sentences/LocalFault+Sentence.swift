internal import Mirrors

extension LocalFault.Cause {
  /// What is wrong on this side.
  var sentence: String {
    switch self {
    case .everythingFails: "Everything fails at once, so the fault may be on this side; no mirror is blamed."
    case .noRoute: "This machine has no way to any network."
    case .noDNS: "No name can be resolved here."
    case .portal: "A login page or a proxy answers in the mirrors' place."
    case .wrongClock: "The clock here is wrong, so that no certificate is valid."
    case .tampering: "Something between here and the mirrors changes what they send; nothing of it was taken."
    }
  }
}
