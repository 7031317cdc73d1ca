/// Appends to this device's log, under the capsule's lock.
struct LogWriter {
  /// Where the log ends, in both files.
  struct Tail: Sendable {
    let device: String
    var length: Int
    var last: LoggedOperation?
  }

  let layout: Layout
  let disk: any Disk
  let staging: Staging

  /// Writes `bodies` as the next lines to both files; they are durable when it returns.
  ///
  /// Whatever fails, both files are as long afterwards as before, as far as the disk still obeys.
  func append(
    _ bodies: [[UInt8]], after seen: HybridTime?, now: Int64, to tail: Tail
  ) throws(CapsuleError) -> [LoggedOperation] {
    var operations: [LoggedOperation] = []
    var last = tail.last
    let start = HybridTime(milliseconds: 0, counter: 0)
    // Behind a time that nobody's clock shows, of a log that somebody put here, no line could be read again.
    let others = seen.flatMap { $0.hasRoom ? $0 : nil }
    var time = max(last?.time ?? start, others ?? start)
    for body in bodies {
      time = time.next(now: now)
      let operation = LoggedOperation(
        number: (last?.number ?? 0) + 1, previous: last?.digest ?? .none, time: time, device: tail.device, body: body)
      operations.append(operation)
      last = operation
    }
    try write(LogFile.bytes(of: operations), to: tail)
    return operations
  }

  private func write(_ bytes: [UInt8], to tail: Tail) throws(CapsuleError) {
    let first = try disk.open(layout.log(of: tail.device), .making)
    defer { disk.close(first) }
    let second = try disk.open(layout.logCopy(of: tail.device), .making)
    defer { disk.close(second) }
    do {
      // One after the other: a power cut can spoil the sector that is being written, with the lines that were in it.
      try disk.write(bytes, to: first, at: tail.length)
      try disk.sync(first)
      try disk.write(bytes, to: second, at: tail.length)
      try disk.sync(second)
      if tail.length == 0 { try disk.syncFolder(layout.operations) }
    } catch {
      try? disk.truncate(first, to: tail.length)
      try? disk.truncate(second, to: tail.length)
      throw error
    }
  }

  /// Where the log of `device` ends; a log that does not end well is healed first.
  func tail(of device: String, known: Tail?, heal: Bool) throws(CapsuleError) -> Tail {
    let first = try disk.length(of: layout.log(of: device)) ?? 0
    let second = try disk.length(of: layout.logCopy(of: device)) ?? 0
    if !heal, first == second {
      if let known, known.device == device, known.length == first { return known }
      if first == 0 { return Tail(device: device, length: 0, last: nil) }
      if let last = try lastOperation(of: device, length: first) {
        return Tail(device: device, length: first, last: last)
      }
    }
    let operations = try self.heal(device)
    return Tail(device: device, length: LogFile.bytes(of: operations).count, last: operations.last)
  }

  /// The last line, if both files end with it and it is whole.
  private func lastOperation(of device: String, length: Int) throws(CapsuleError) -> LoggedOperation? {
    let count = min(length, 64 * 1024)
    let ends = try [layout.log(of: device), layout.logCopy(of: device)].map { path throws(CapsuleError) in
      try disk.with(path, .reading) { file throws(CapsuleError) in
        try disk.read(file, count: count, at: length - count)
      }
    }
    guard ends[0] == ends[1], ends[0].last == 10 else { return nil }
    let line = ends[0].dropLast().reversed().prefix { $0 != 10 }.reversed()
    return LoggedOperation(line: Array(line))
  }

  /// Makes both files hold every line that one of them holds; sets damaged files aside.
  @discardableResult
  func heal(_ device: String) throws(CapsuleError) -> [LoggedOperation] {
    let paths = [layout.log(of: device), layout.logCopy(of: device)]
    let contents = try paths.map { path throws(CapsuleError) in try disk.contents(of: path) }
    let operations = LogFile.merge(LogFile(contents[0] ?? []), LogFile(contents[1] ?? []))
    let healed = LogFile.bytes(of: operations)
    for (path, present) in zip(paths, contents) where present != healed {
      try staging.replace(path, with: healed, isLost: present == nil) { quarantined in
        .logHealed(device: device, quarantined: quarantined)
      }
    }
    try disk.syncFolder(layout.operations)
    return operations
  }
}
