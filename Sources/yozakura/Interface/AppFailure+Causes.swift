internal import App
internal import Capsule
internal import Library

extension App.Failure {
  /// What the interface says of `error`.
  init(_ error: any Error) {
    switch error {
    case let failure as App.Failure: self = failure
    case LibraryError.capsule(let error): self = Self(error) ?? Self.unforeseen(error)
    case let error as CapsuleError: self = Self(error) ?? Self.unforeseen(error)
    case LibraryError.busy: self = .capsuleBusy(pid: nil)
    case LibraryError.beforeFirst(let first?): self = .beforeFirst(first)
    case LibraryError.noSuchCommit(let name): self = .noSuchMoment(name, first: nil)
    case LibraryError.givenUp(let commit): self = .contentGone(sequence: commit.sequence)
    case LibraryError.unreadableDanmaku(let name, let error): self = .notDanmaku(path: name, error)
    case LibraryError.nothingSetAside: self = .nothingSetAside
    default: self = Self.unforeseen(error)
    }
  }

  private init?(_ error: CapsuleError) {
    switch error {
    case .readOnly(let path, _): self = .readOnly(path: path)
    case .full, .reserved: self = .diskFull
    case .locked(_, let holder, _): self = .capsuleBusy(pid: holder.map { Int($0.pid) })
    case .newerFormat(_, let found, _): self = .newerFormat(found)
    default: return nil
    }
  }

  /// In the words of the command line.
  private static func unforeseen(_ error: any Error) -> App.Failure {
    .other(yozakura.Failure(error).message)
  }
}
