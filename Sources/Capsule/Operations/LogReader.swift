/// Reads the logs of all devices, each from whichever of its two files is whole.
struct LogReader: Sendable {
  let layout: Layout
  let disk: any Disk
  let report: @Sendable (CapsuleFinding) -> Void

  /// The devices that have a log.
  func devices() throws(CapsuleError) -> [String] {
    let names: [String]
    do {
      names = try disk.list(layout.operations)
    } catch  where error.isNotFound {
      return []
    }
    let logs = names.filter { $0.hasSuffix(".jsonl") || $0.hasSuffix(".copy") }
    return Set(logs.compactMap { DeviceName.parse($0.prefix { $0 != "." }) }).sorted()
  }

  /// The log, and whether one of its files wants healing.
  func log(of device: String) throws(CapsuleError) -> (log: OperationLog, isDamaged: Bool) {
    let bytes = try disk.contents(of: layout.log(of: device))
    let first = LogFile(bytes ?? [])
    if let bytes, first.isWhole, try disk.length(of: layout.logCopy(of: device)) == bytes.count {
      return (OperationLog(device: device, operations: first.operations), false)
    }
    // Different lengths are nothing strange while somebody appends; a damaged line is.
    let inspection = LogInspection(bytes, try disk.contents(of: layout.logCopy(of: device)))
    for numbers in inspection.gaps { report(.operationsLost(device: device, numbers: numbers)) }
    for number in inspection.breaks { report(.chainBroken(device: device, at: number)) }
    return (OperationLog(device: device, operations: inspection.operations), inspection.isDamaged)
  }
}
