/// Both files of one device's log, taken apart and laid beside each other.
struct LogInspection {
  /// The lines that at least one file holds whole, in order.
  let operations: [LoggedOperation]

  /// Whether one of the files is gone or holds a damaged line.
  let isDamaged: Bool

  /// Whether a file lacks something that can be read, or holds something that cannot.
  let wantsHealing: Bool

  /// Whether they differ only as a process leaves them that is stopped while it appends a line: the one holds the
  /// beginning of what the other holds, and at most the last line is missing. The next append makes them equal.
  let isInterrupted: Bool

  /// Operations that neither file holds.
  private(set) var gaps: [ClosedRange<Int>] = []

  /// The numbers of operations that do not follow the ones before them.
  private(set) var breaks: [Int] = []

  /// Lays the contents of the two files beside each other; nil is a file that is not there.
  init(_ bytes: [UInt8]?, _ copy: [UInt8]?) {
    let first = LogFile(bytes ?? [])
    let second = bytes == copy ? first : LogFile(copy ?? [])
    operations = LogFile.merge(first, second)
    isDamaged = bytes == nil || first.isDamaged || second.isDamaged
    let healed = LogFile.bytes(of: operations)
    wantsHealing = bytes != healed || copy != healed
    let (longer, shorter) =
      (bytes ?? []).count > (copy ?? []).count ? (bytes ?? [], copy ?? []) : (copy ?? [], bytes ?? [])
    isInterrupted =
      !isDamaged && longer.starts(with: shorter) && abs(first.lineCount - second.lineCount) <= 1
      && bytes != copy
    // Where both files have more lines than can be read, what stood at the end is lost; a line that is cut in
    // two, or two that run together, is so in one file only.
    let counts = [bytes.map { _ in first.lineCount }, copy.map { _ in second.lineCount }].compactMap(\.self)
    inspect(lineCount: counts.min() ?? 0)
  }

  private mutating func inspect(lineCount: Int) {
    var last: LoggedOperation?
    for operation in operations {
      let expected = (last?.number ?? 0) + 1
      if operation.number > expected {
        gaps.append(expected...operation.number - 1)
      } else if !operation.follows(last) {
        breaks.append(operation.number)
      }
      last = operation
    }
    let next = (last?.number ?? 0) + 1
    if lineCount >= next { gaps.append(next...lineCount) }
  }
}

extension LogReader {
  /// Both files of the log of `device`.
  func inspection(of device: String) throws(CapsuleError) -> LogInspection {
    LogInspection(
      try disk.contents(of: layout.log(of: device)), try disk.contents(of: layout.logCopy(of: device)))
  }
}
