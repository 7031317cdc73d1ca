internal import Anime
internal import CSystem
internal import Glibc
internal import Mirrors

/// The mirror log: a line for every request and every sync, a file for every month, kept within bounds by itself.
///
///     $XDG_STATE_HOME/yozakura/mirrors/2026-11.tsv
///
/// It is there to be read, by `report` and by any tool that knows tabs; nothing is decided by it, and losing it
/// loses nothing but reports.
struct MirrorLog: Sendable {
  /// Where the months are.
  let folder: String
  /// The bytes that one month may take: some twenty thousand lines, years of syncs every six hours.
  static let limit = 2 << 20
  /// A year, and the same month of the year before to compare with.
  static let monthCount = 13

  /// The log in the state folder `state`.
  init(state: String) {
    folder = "\(state)/mirrors"
  }

  /// Adds `records`, each to its month. A folder that cannot be written is no reason to fail.
  func append(_ records: [MirrorRecord]) {
    guard !records.isEmpty else { return }
    exclusively {
      for (month, records) in Dictionary(grouping: records, by: { LogMonth(Instant($0.at)) }) {
        try? append(records.map(MirrorLogLine.text).joined(), to: month)
      }
    }
  }

  /// The months that there are, the earliest first.
  var months: [LogMonth] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var months: [LogMonth] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name.hasSuffix(".tsv"), let month = LogMonth(String(name.dropLast(4))) { months.append(month) }
    }
    return months.sorted()
  }

  /// What was noted in `month`, line by line; nil where there is nothing.
  func month(_ month: LogMonth) -> MirrorLogReader? {
    MirrorLogReader(path: path(of: month))
  }

  private func path(of month: LogMonth) -> String { "\(folder)/\(month).tsv" }

  /// Adds `lines` in one write, so that whoever reads meanwhile sees all of them or none.
  private func append(_ lines: String, to month: LogMonth) throws {
    let path = path(of: month)
    guard let size = Self.size(of: path) else {
      try TextFile.append(MirrorLogLine.header + lines, to: path)
      return dropOldMonths()
    }
    if size + lines.utf8.count > Self.limit { try halve(path) }
    try TextFile.append((Self.endsMidLine(path) ? "\n" : "") + lines, to: path)
  }

  /// Leaves the later half of the file at `path`, which a reader that has it open keeps as it was.
  private func halve(_ path: String) throws {
    guard let bytes = try TextFile.read(path) else { return }
    let middle = bytes[(bytes.count / 2)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
    try TextFile.replace(path, with: MirrorLogLine.header + String(decoding: bytes[middle...], as: UTF8.self))
  }

  private func dropOldMonths() {
    for month in months.dropLast(Self.monthCount) { unlink(path(of: month)) }
  }

  /// Runs `body` while no other process writes.
  private func exclusively(_ body: () -> Void) {
    guard let lock = BriefLock(path: "\(folder)/lock") else { return }
    body()
    withExtendedLifetime(lock) {}
  }

  private static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0 ? Int(status.st_size) : nil
  }

  /// Whether whoever wrote last was ended in the middle of a line.
  private static func endsMidLine(_ path: String) -> Bool {
    let descriptor = sys_open(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var last: UInt8 = 0
    lseek(descriptor, -1, SEEK_END)
    return read(descriptor, &last, 1) == 1 && last != UInt8(ascii: "\n")
  }
}
