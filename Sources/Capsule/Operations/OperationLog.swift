/// What one device did, in its order.
public struct OperationLog: Equatable, Sendable {
  /// The device.
  public let device: String

  /// Its operations, each proven to be whole.
  public let operations: [LoggedOperation]
}

/// One file of a log, taken apart.
struct LogFile {
  /// The lines that are whole.
  private(set) var operations: [LoggedOperation] = []

  /// How many lines are finished, damaged ones among them.
  private(set) var lineCount = 0

  /// Whether a finished line is damaged, or the lines do not follow each other.
  private(set) var isDamaged = false

  /// Whether the last line has no end: somebody writes it now, or stopped in the middle.
  private(set) var hasUnfinishedLine = false

  var isWhole: Bool { !isDamaged && !hasUnfinishedLine }

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 10) {
      lineCount += 1
      if let operation = LoggedOperation(line: Array(rest[..<end])) {
        if !operation.follows(operations.last) { isDamaged = true }
        operations.append(operation)
      } else {
        isDamaged = true
      }
      rest = rest[(end + 1)...]
    }
    hasUnfinishedLine = !rest.isEmpty
  }

  /// The lines of both files in order, each once; where they differ, those of `first`.
  static func merge(_ first: LogFile, _ second: LogFile) -> [LoggedOperation] {
    var lines = Dictionary(second.operations.map { ($0.number, $0) }) { first, _ in first }
    for operation in first.operations { lines[operation.number] = operation }
    return lines.values.sorted { $0.number < $1.number }
  }

  /// The bytes of a file that holds `operations`.
  static func bytes(of operations: [LoggedOperation]) -> [UInt8] {
    Array(operations.map { $0.line + [10] }.joined())
  }
}

extension LoggedOperation {
  /// Whether this is the operation right after `other`, or the first one where there is none.
  func follows(_ other: LoggedOperation?) -> Bool {
    number == (other?.number ?? 0) + 1 && previous == (other?.digest ?? .none)
  }
}
