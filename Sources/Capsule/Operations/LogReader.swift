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
    let copy = try disk.contents(of: layout.logCopy(of: device))
    let second = LogFile(copy ?? [])
    let operations = LogFile.merge(first, second)
    // Where both files have more lines than can be read, what stood at the end is lost; a line that is cut in
    // two, or two that run together, is so in one file only.
    let counts = [bytes.map { _ in first.lineCount }, copy.map { _ in second.lineCount }].compactMap(\.self)
    reportGaps(in: operations, of: device, lineCount: counts.min() ?? 0)
    let isDamaged = bytes == nil || first.isDamaged || second.isDamaged
    return (OperationLog(device: device, operations: operations), isDamaged)
  }

  private func reportGaps(in operations: [LoggedOperation], of device: String, lineCount: Int) {
    var last: LoggedOperation?
    for operation in operations {
      let expected = (last?.number ?? 0) + 1
      if operation.number > expected {
        report(.operationsLost(device: device, numbers: expected...operation.number - 1))
      } else if !operation.follows(last) {
        report(.chainBroken(device: device, at: operation.number))
      }
      last = operation
    }
    let next = (last?.number ?? 0) + 1
    if lineCount >= next { report(.operationsLost(device: device, numbers: next...lineCount)) }
  }
}
