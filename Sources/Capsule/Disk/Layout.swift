/// Where things lie below the capsule's root.
///
///     format                              "yozakura capsule 1", or 2 with files beside the catalogue
///     lock                                who writes, while somebody does
///     lock.gc                             who collects, or brings what must not be collected
///     HEAD.0 HEAD.1                       the present commit, in two slots
///     commits/00000812-<sha256>.json      and a second copy, .copy
///     commits/<sha256>.copy               the second copy of an object that no provider has
///     objects/ab/<sha256>                 zstd frames
///     objects/staging/                    unfinished files; nothing here is part of the capsule
///     ops/<device>.jsonl                  and a second copy, .copy
///     ops/device                          this device's name, and a second copy, .copy
///     quarantine/                         what was found damaged
///     quarantine/gc-<ms>-<sha256>         what a collection took then, until 14 days later
struct Layout: Sendable {
  let root: String

  var format: String { root + "/format" }
  var lock: String { root + "/lock" }
  var collectionLock: String { root + "/lock.gc" }
  var objects: String { root + "/objects" }
  var staging: String { root + "/objects/staging" }
  var commits: String { root + "/commits" }
  var operations: String { root + "/ops" }
  var device: String { root + "/ops/device" }
  var deviceCopy: String { root + "/ops/device.copy" }
  var quarantine: String { root + "/quarantine" }

  /// How the names of what a collection took begin.
  static let collectedPrefix = "gc-"

  /// All folders below the root, outer ones first.
  var folders: [String] { [objects, staging, commits, operations, quarantine] }

  func head(slot: Int) -> String { "\(root)/HEAD.\(slot)" }

  func folder(of id: ObjectID) -> String { "\(objects)/\(id.digest.hex.prefix(2))" }

  func object(_ id: ObjectID) -> String {
    let hex = id.digest.hex
    return "\(objects)/\(hex.prefix(2))/\(hex)"
  }

  func objectCopy(_ id: ObjectID) -> String { "\(commits)/\(id.digest.hex).copy" }
  func commit(_ id: CommitID) -> String { "\(commits)/\(id).json" }
  func commitCopy(_ id: CommitID) -> String { "\(commits)/\(id).copy" }
  func log(of device: String) -> String { "\(operations)/\(device).jsonl" }
  func logCopy(of device: String) -> String { "\(operations)/\(device).copy" }
}
