/// Puts whole files in place: written beside, synced, and only then given their name.
///
/// Only the holder of the capsule's lock stages, so that names need not be unique, and what
/// lies in the folder at the start is what a process left that was stopped.
final class Staging {
  let layout: Layout
  let disk: any Disk
  private let random: @Sendable () -> UInt64
  private let report: @Sendable (CapsuleFinding) -> Void
  private var count = 0

  init(
    _ layout: Layout, _ disk: any Disk, random: @escaping @Sendable () -> UInt64,
    report: @escaping @Sendable (CapsuleFinding) -> Void
  ) {
    self.layout = layout
    self.disk = disk
    self.random = random
    self.report = report
  }

  /// Removes what was left unfinished. None of it was ever part of the capsule.
  func clear() throws(CapsuleError) {
    for name in try disk.list(layout.staging) {
      try disk.remove("\(layout.staging)/\(name)")
    }
  }

  /// Writes a new file, and returns its path. With `isSynced` false it must be synced before it is named.
  func stage(_ bytes: [UInt8], _ mode: DiskMode, isSynced: Bool = true) throws(CapsuleError) -> String {
    count += 1
    let path = "\(layout.staging)/\(count)"
    try disk.with(path, mode) { file throws(CapsuleError) in
      try disk.write(bytes, to: file, at: 0)
      if isSynced { try disk.sync(file) }
    }
    return path
  }

  /// Gives `path` these bytes, all at once. The caller syncs the folder.
  func place(_ bytes: [UInt8], at path: String, _ mode: DiskMode) throws(CapsuleError) {
    try disk.rename(try stage(bytes, mode), to: path)
  }

  /// Gives `path` these bytes and keeps what it had in quarantine.
  ///
  /// A copy goes there: were the file itself moved, a power cut could leave its name without any file.
  func replace(
    _ path: String, with bytes: [UInt8], isLost: Bool, finding: (String) -> CapsuleFinding
  ) throws(CapsuleError) {
    guard !isLost else { return try place(bytes, at: path, .making) }
    let quarantined = quarantineName(of: path)
    try place(try disk.contents(of: path) ?? [], at: quarantined, .making)
    try disk.syncFolder(layout.quarantine)
    try place(bytes, at: path, .making)
    report(finding(quarantined))
  }

  /// Moves the file at `path` out of the way, under a name that nothing has.
  func quarantine(_ path: String) throws(CapsuleError) -> String {
    let target = quarantineName(of: path)
    try disk.rename(path, to: target)
    return target
  }

  private func quarantineName(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return "\(layout.quarantine)/\(name).\(String(random(), radix: 32))"
  }
}
