internal import Anime
internal import Capsule
internal import Danmaku
internal import Glibc
internal import Library
internal import TUINcurses

extension Failure {
  /// The failure that `error` is; whatever nobody foresaw is told as it is.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as TextFile.Failure: self.init(error)
    case let error as TOMLFile.Failure: self.init(.damaged, error.text)
    case let error as LibraryError: self.init(error)
    case let error as CapsuleError: self.init(error)
    case let error as TerminalError: self.init(error)
    default: self.init(.failed, String(describing: error))
    }
  }

  private init(_ error: TextFile.Failure) {
    switch error.reason {
    case EROFS, EACCES, EPERM: self.init(.readOnly, "\(error.text).")
    case ENOSPC, EDQUOT: self.init(.full, "\(error.text).")
    default: self.init(.failed, "\(error.text).")
    }
  }

  private init(_ error: TerminalError) {
    switch error {
    case .notATerminal:
      self.init(.usage, "The interface needs a terminal; the commands do not: see --help.", status: .usage)
    case .unknownTerminal(let type):
      self.init(.failed, "No terminal of the type TERM=\(type) is known here; try TERM=xterm-256color.")
    case .incapableTerminal(let type):
      self.init(.failed, "A terminal of the type TERM=\(type) cannot place its cursor; use the commands: see --help.")
    }
  }

  private init(_ error: LibraryError) {
    switch error {
    case .unknownShow(let id): self = .notFound("No show is known as `\(id)`.")
    case .capsule(let error): self.init(error)
    case .beforeFirst(let first):
      let begin =
        first.map { " What was first written down is of \($0.iso8601)." } ?? " Nothing has been written down yet."
      self.init(.notThen, "The capsule does not reach so far back.\(begin)")
    case .noSuchCommit(let name): self = .notFound("No commit is called `\(name)`; `yozakura capsule log` lists them.")
    case .ambiguousCommit(let name, let ids):
      self.init(.ambiguous, "The names of \(ids.count) commits begin with `\(name)`.")
      details = ids.map(\.description)
    case .givenUp(let commit):
      self.init(
        .givenUp,
        "What commit \(commit.sequence) of \(commit.time.iso8601) said was given up by a collection, and nothing before it "
          + "is left.")
    case .nothingSetAside(let provider): self.init(.failed, "Nothing of `\(provider)` is set aside.")
    case .unreadableFile(let provider):
      self.init(.damaged, "What `\(provider)` sent then can no longer be read. Nothing was changed.")
    case .unreadableDanmaku(let name, let error):
      let isNewer = if case .newerVersion = error { true } else { false }
      self.init(isNewer ? .newerFormat : .damaged, "What is kept as `\(name)` cannot be read: \(error.sentence)")
    case .busy: self.init(.busy, "Other instances kept changing the capsule; try again. Nothing was changed.")
    }
  }

  private init(_ error: CapsuleError) {
    switch error {
    case .readOnly(let path, _):
      self.init(.readOnly, "\(path) cannot be written, so nothing was changed; browsing works.")
    case .full(let path):
      self.init(.full, "No room is left for \(path), so nothing was changed; make room and try again.")
    case .reserved(let path, let available, let reserve):
      self.init(
        .full,
        "Only \(ByteCount.text(Int(available))) are left on the disk of \(path), and \(ByteCount.text(Int(reserve))) are "
          + "kept free for everything else, so nothing new was stored; browsing and your list go on. "
          + "`yozakura capsule gc` tells what can go, `capsule.reserve` in config.toml how much is kept free.")
    case .locked(let path, let holder, let waited):
      let who = holder.map { "the process \($0.pid)" } ?? "another process"
      self.init(.busy, "After \(waited / 1000) s \(who) still holds the lock \(path); nothing was changed.")
    case .newerFormat(let path, let found, let known):
      self.init(
        .newerFormat,
        "\(path) is of format \(found), written by a newer Yozakura; this one knows \(known). Nothing was changed: "
          + "install the newer Yozakura, or set XDG_DATA_HOME to begin in another folder.")
    case .unknownFormat(let path):
      self.init(
        .damaged,
        "\(path) is no capsule's. Nothing was changed: if the folder is Yozakura's all the same, remove this one file, "
          + "else set XDG_DATA_HOME to another folder.")
    case .disk(let call, let path, let reason):
      self.init(.failed, "\(path): \(call.rawValue) failed: \(String(cString: strerror(reason))). Nothing was changed.")
    case .foreign(let path, let fault):
      self.init(.damaged, "\(path): \(Self.words(for: fault)). Nothing was imported.")
    case .archive(let path, let fault):
      self.init(.damaged, "\(path) is no archive of a capsule: \(Self.words(for: fault)). Nothing was imported.")
    case .missingObject, .damagedObject, .unreadableObject, .missingCommit, .damagedCommit, .wrongLength, .wrongDigest:
      self.init(.damaged, "The capsule is damaged: \(error). `yozakura capsule repair` heals what can be healed.")
    }
  }

  private static func words(for fault: ForeignFault) -> String {
    switch fault {
    case .notACapsule: "there is nothing of a capsule in it"
    case .newerFormat(let found, let known):
      "it is of format \(found), written by a newer Yozakura; this one knows \(known)"
    case .unexpectedFile(let name): "it holds `\(Sanitiser.clean(name))`, which no capsule has"
    case .repeatedFile(let name): "it holds `\(Sanitiser.clean(name))` twice"
    case .contradictedFile(let name): "`\(Sanitiser.clean(name))` in it is not what its name or its sum promises"
    case .unlistedFile("SHA256SUMS"): "its list of sums is missing"
    case .unlistedFile(let name): "`\(Sanitiser.clean(name))` in it is not in its list of sums"
    case .missingFile(let name): "`\(Sanitiser.clean(name))` is missing in it"
    case .missingObject(let id, let commit): "commit \(commit.sequence) in it needs object \(id), which is missing"
    case .damagedLog(let device, let line): "the log of device \(device) in it is damaged at line \(line)"
    case .forkedLog(let device, let number):
      "the log of device \(device) says something else there than here from change \(number) on; two machines have "
        + "written under one name"
    }
  }

  private static func words(for fault: ArchiveFault) -> String {
    switch fault {
    case .notAnArchive: "it is neither a tar nor a tar in zstd"
    case .truncated(let offset): "it ends after \(offset) bytes (unpacked), in the middle"
    case .wrongChecksum(let offset): "the header at byte \(offset) (unpacked) is damaged"
    case .malformedHeader(let offset): "the header at byte \(offset) (unpacked) makes no sense"
    case .unsafeName(let name): "it holds the unsafe name `\(Sanitiser.clean(name))`"
    case .notAFile(let name, let type):
      "`\(Sanitiser.clean(name))` in it is \(Self.words(forEntry: type)); only files and folders are taken"
    case .entryTooLarge(let name, let length, let limit):
      "`\(Sanitiser.clean(name))` in it has \(length) bytes; at most \(limit) are taken"
    case .tooManyEntries(let limit): "it holds more than \(limit) files and folders"
    case .tooLarge(let limit): "it has more than \(limit) bytes (unpacked)"
    case .trailingBytes(let offset): "something follows its end at byte \(offset) (unpacked)"
    case .damagedFrame(let offset): "its zstd frame is damaged after \(offset) bytes (unpacked)"
    case .wrongFrameChecksum: "its zstd frame fails its checksum"
    case .windowTooLarge(let limit):
      "its zstd frame needs a window of more than \(limit) bytes (zstd packs with a smaller one at level 19)"
    }
  }

  private static func words(forEntry type: UInt8) -> String {
    switch Character(Unicode.Scalar(type)) {
    case "1", "2": "a link"
    case "3", "4": "a device"
    case "6": "a named pipe"
    case "S": "a file with holes"
    default: "of a kind that is not known here"
    }
  }
}
