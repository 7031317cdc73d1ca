/// Why a simulated mirror was of no use.
enum SimulatedReason: FetchReason {
  case versionUnknown
  case tooLate
  case leftAlone(Plan.Reason)
  case fault(Fault.Code)

  /// Until when it was left alone; nil where it was not, or no moment is known.
  var until: Duration? {
    if case .leftAlone(let reason) = self { reason.until } else { nil }
  }
}
