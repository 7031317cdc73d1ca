import Anime
import CSystem
import Capsule
import Glibc

/// Where packed catalogues lie: derived files, named by what they are made of, deletable at any time.
///
///     catalogue-1-9f86d081884c7d65     of the commit that begins so
///     catalogue-1-starter-2026-08-15   of the starter catalogue
struct CatalogueFolder: Sendable {
  /// Counts up when catalogues are made another way from the same commit.
  static let schema = 1

  private static let prefix = "catalogue-"
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
    let source = head.map { String($0.digest.hex.prefix(16)) } ?? "starter-\(starterDate)"
    return "\(prefix)\(schema)-\(source)"
  }

  /// Opens the catalogue called `name`. Nil where there is none, or a damaged one.
  func open(_ name: String) -> Catalogue? {
    guard let file = MappedFile("\(path)/\(name)") else { return nil }
    return try? Catalogue(bytes: file)
  }

  /// Writes `bytes` under `name`, removes the other catalogues, and opens it. Nil where nothing can be written.
  func replace(_ name: String, with bytes: [UInt8]) -> Catalogue? {
    guard write(bytes, name), let catalogue = open(name) else { return nil }
    for other in (try? RealDisk().list(path)) ?? [] where other != name {
      if other.hasPrefix(Self.prefix) || isForsaken(draft: other) { unlink("\(path)/\(other)") }
    }
    return catalogue
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
