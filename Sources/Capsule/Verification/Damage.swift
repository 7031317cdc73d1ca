/// One thing in the capsule that is not as it must be.
public enum Damage: Hashable, Sendable {
  /// The file `format` is gone, though there is a capsule.
  case format
  /// A slot of HEAD cannot be read; the other one can.
  case headSlot(Int)
  /// No slot of HEAD can be read; the newest whole commit stands in, where there is one.
  case head(standIn: CommitID?)
  /// One copy of a commit is gone or damaged; the other one is whole.
  case commitCopy(CommitID, Copy)
  /// A commit is whole in neither copy.
  case commit(CommitID)
  /// An object of a commit is gone, or its file holds other bytes than its name promises.
  case object(ObjectID, State, need: Need)
  /// One copy of an object that is stored twice is gone or damaged; the other one is whole.
  case objectCopy(ObjectID, Copy)
  /// What a provider sent cannot be put together again from the objects, although each of them is whole.
  case content(CommitID, provider: String)
  /// One file of a device's log is gone, damaged or behind the other one; together they hold everything.
  case logCopy(device: String)
  /// One copy of this device's name is gone or damaged; the other one is whole.
  case deviceName(Copy)
  /// Operations that neither file of a device's log holds any more.
  case operations(device: String, numbers: ClosedRange<Int>)
  /// An operation that does not follow the one before it: the history was altered.
  case chain(device: String, at: Int)

  /// Which of two copies.
  public enum Copy: String, Hashable, Sendable {
    /// The one that is read first.
    case first
    /// The one that stands in for it.
    case second
  }

  /// What is wrong with a file.
  public enum State: String, Hashable, Sendable {
    case missing, damaged
  }

  /// What an object is for.
  public enum Need: Hashable, Sendable {
    /// A part of what `provider` sent, or the list of these parts; `newest` is the newest commit with it.
    case catalogue(provider: String, newest: CommitID, commits: Int)
    /// What the commit itself says: which key is which show, or the shows that are kept for the user.
    case record(CommitID)
    /// A part of a file that is kept beside the catalogue, or the list of these parts.
    case file(name: String)
    /// No commit that is kept names it.
    case none
  }
}

extension Damage {
  /// Whether what is lost stands elsewhere in the capsule, so that repair needs nobody else.
  public var hasTwin: Bool {
    switch self {
    case .format, .headSlot, .head, .commitCopy, .objectCopy, .logCopy, .deviceName: true
    case .object(_, _, need: .none): true
    case .commit, .object, .content, .operations, .chain: false
    }
  }
}

/// How much is read to prove that a capsule is whole.
public enum VerificationDepth: String, Sendable {
  /// Commits, manifests and logs byte by byte; of all other objects, that they are there.
  case structure
  /// Every byte.
  case everyByte
}

/// What was found where a capsule was looked through.
public struct Verification: Sendable {
  /// How much was read.
  public internal(set) var depth: VerificationDepth
  /// How many commits there are, in both copies.
  public internal(set) var commitCount = 0
  /// How many of them a collection has given up the content of.
  public internal(set) var thinnedCount = 0
  /// How many objects there are, those that no commit needs among them.
  public internal(set) var objectCount = 0
  /// How many bytes they have, where every byte was read.
  public internal(set) var objectBytes = 0
  /// How many operations of how many devices.
  public internal(set) var operationCount = 0
  /// How many devices.
  public internal(set) var deviceCount = 0
  /// What is not as it must be, the worst for the reader to know first.
  public internal(set) var damage: [Damage] = []

  /// Whether everything is as it must be.
  public var isClean: Bool { damage.isEmpty }
}
