import Anime
import CSystem
import Capsule
import Glibc

/// Where packed catalogues lie: derived files, named by what they are made of, deletable at any time.
///
///     catalogue-3-2026-08-15-9f86d081884c7d65   of the commit that begins so, over the starter of that day
///     catalogue-3-2026-08-15-starter            of the starter catalogue alone
///     past-3-2026-08-15-9f86d081884c7d65        of a commit that somebody looked back at
struct CatalogueFolder: Sendable {
  /// Counts up when catalogues are made another way from the same commit.
  static let schema = 3

  private static let prefix = "catalogue-"
  private static let pastPrefix = "past-"
  /// So many moments that somebody looked back at are kept packed.
  private static let pastLimit = 6
  private static let draftPrefix = "draft-catalogue-"

  let path: String

  /// Makes the folder `path` and those above it, where it can.
  static func make(_ path: String) {
    var parent = ""
    for part in path.split(separator: "/") {
      parent += "/\(part)"
      mkdir(parent, 0o700)
    }
  }

  /// The name of the catalogue of `head`; before the first commit, of the starter catalogue of a day.
  static func name(head: CommitID?, starterDate: CivilDate) -> String {
    "\(prefix)\(source(head, starterDate))"
  }

  /// The name of the same as of a past moment.
  static func pastName(head: CommitID?, starterDate: CivilDate) -> String {
    "\(pastPrefix)\(source(head, starterDate))"
  }

  private static func source(_ head: CommitID?, _ starterDate: CivilDate) -> String {
    "\(schema)-\(starterDate)-\(head.map { String($0.digest.hex.prefix(16)) } ?? "starter")"
  }

  /// Opens the catalogue called `name`. Nil where there is none, or a damaged one.
  func open(_ name: String) -> Catalogue? {
    guard let file = MappedFile("\(path)/\(name)"), let catalogue = try? Catalogue(bytes: file), catalogue.isWhole
    else { return nil }
    return catalogue
  }

  /// Whether there are catalogues here, and none of them is called `name`.
  func holdsOnlyOthers(than name: String) -> Bool {
    let names = ((try? RealDisk().list(path)) ?? []).filter { $0.hasPrefix(Self.prefix) }
    return !names.isEmpty && !names.contains(name)
  }

  /// Writes `bytes` under `name`, removes the catalogues of other states, and opens it.
  func replace(_ name: String, with bytes: [UInt8]) -> Catalogue {
    let catalogue = keep(bytes, name)
    settle(on: name)
    return catalogue
  }

  /// Removes the catalogues of other states than that of `name`.
  func settle(on name: String) {
    for other in (try? RealDisk().list(path)) ?? [] where other != name {
      if other.hasPrefix(Self.prefix) || isForsaken(draft: other) { unlink("\(path)/\(other)") }
    }
  }

  /// Writes `bytes` under `name`, and opens it; of the moments that were looked back at, the oldest files go.
  func add(_ name: String, _ bytes: [UInt8]) -> Catalogue {
    let catalogue = keep(bytes, name)
    let others = ((try? RealDisk().list(path)) ?? []).filter { $0.hasPrefix(Self.pastPrefix) && $0 != name }
    let aged = others.map { (name: $0, written: written($0)) }.sorted { $0.written > $1.written }
    for other in aged.dropFirst(Self.pastLimit - 1) { unlink("\(path)/\(other.name)") }
    return catalogue
  }

  /// Removes all packed catalogues, of the present and of past moments.
  func clear() {
    for name in (try? RealDisk().list(path)) ?? [] where name.hasPrefix(Self.prefix) || name.hasPrefix(Self.pastPrefix)
    {
      unlink("\(path)/\(name)")
    }
  }

  /// Writes `bytes` under `name` and opens them there, or from memory where no file can be written.
  func keep(_ bytes: [UInt8], _ name: String) -> Catalogue {
    if write(bytes, name), let catalogue = open(name) { return catalogue }
    return opened(bytes)
  }

  /// Opens packed bytes where they are.
  func opened(_ bytes: [UInt8]) -> Catalogue {
    do {
      return try Catalogue(bytes: CatalogueMemory(bytes))
    } catch {
      preconditionFailure("a catalogue just packed does not open: \(error)")
    }
  }

  private func written(_ name: String) -> Int {
    var status = stat()
    return stat("\(path)/\(name)", &status) == 0 ? status.st_mtim.tv_sec : 0
  }

  /// Writes to another name first, and to the disk before the file gets its own: a file under its name is whole.
  private func write(_ bytes: [UInt8], _ name: String) -> Bool {
    let disk = RealDisk()
    let draft = "\(path)/\(Self.draftPrefix)\(getpid())"
    do {
      let file = try disk.open(draft, .making)
      defer { disk.close(file) }
      try disk.truncate(file, to: 0)
      try disk.write(bytes, to: file, at: 0)
      try disk.sync(file)
      try disk.rename(draft, to: "\(path)/\(name)")
      return true
    } catch {
      unlink(draft)
      return false
    }
  }

  /// Whether a file is the draft of a process that is no more.
  private func isForsaken(draft name: String) -> Bool {
    guard name.hasPrefix(Self.draftPrefix), let pid = pid_t(name.dropFirst(Self.draftPrefix.count)) else {
      return false
    }
    return kill(pid, 0) != 0 && errno == ESRCH
  }
}
