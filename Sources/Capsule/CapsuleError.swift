internal import Glibc

/// What went wrong in the capsule, as facts.
public enum CapsuleError: Error, Equatable {
  /// A file operation failed with `errno`.
  case disk(DiskCall, path: String, errno: Int32)

  /// The capsule cannot be written: no permission, or a file system that is mounted read-only.
  case readOnly(path: String, errno: Int32)

  /// No room is left on the device, or the user's quota is used up.
  case full(path: String)

  /// Less room than the reserve is left on the device, so nothing more is fetched into the capsule.
  case reserved(path: String, available: Int64, reserve: Int64)

  /// Another capsule, an archive of one or a folder of logs gives nothing.
  case foreign(path: String, ForeignFault)

  /// Another process holds the lock.
  case locked(path: String, holder: LockHolder?, waitedMilliseconds: Int64)

  /// The capsule was written by a later program, as the file `format` at this path says.
  case newerFormat(path: String, found: Int, known: Int)

  /// The file `format` says something else than "yozakura capsule N".
  case unknownFormat(path: String)

  /// The object is not there.
  case missingObject(ObjectID)

  /// The object's file holds other bytes than its name promises.
  case damagedObject(ObjectID, actual: Digest)

  /// The object is what its name promises, but not what it is used as.
  case unreadableObject(ObjectID)

  /// Neither copy of the commit is there.
  case missingCommit(CommitID)

  /// Each copy of the commit that is there is damaged.
  case damagedCommit(CommitID)

  /// The pieces, joined, are not as long as what was received.
  case wrongLength(manifest: ObjectID, expected: Int, actual: Int)

  /// The pieces, joined, are not what was received.
  case wrongDigest(manifest: ObjectID, expected: Digest, actual: Digest)

  /// The file is not an archive that can be read to its end.
  case archive(path: String, ArchiveFault)
}

/// The file operations that can fail.
public enum DiskCall: String, Sendable {
  /// One operation of `Disk`.
  case open, read, write, truncate, sync, close, rename, remove, makeFolder, list, status, lock
}

extension CapsuleError {
  /// The fact that `call` on `path` failed with `errno`.
  ///
  /// The two that a user can do something about have names of their own.
  public init(_ call: DiskCall, _ path: String, errno: Int32) {
    switch errno {
    case ENOSPC, EDQUOT: self = .full(path: path)
    case EROFS: self = .readOnly(path: path, errno: errno)
    case EACCES, EPERM:
      let isReading = call == .read || call == .list || call == .status
      self = isReading ? .disk(call, path: path, errno: errno) : .readOnly(path: path, errno: errno)
    default: self = .disk(call, path: path, errno: errno)
    }
  }

  /// Whether the file or folder was simply not there.
  var isNotFound: Bool {
    guard case .disk(_, _, let errno) = self else { return false }
    return errno == ENOENT || errno == ENOTDIR
  }
}

/// Damage that the capsule met and got past, for whoever runs it to report.
public enum CapsuleFinding: Equatable, Sendable {
  /// One slot of HEAD could not be read; the other one answered.
  case headSlotDamaged(slot: Int)

  /// Neither slot of HEAD could be read; the newest whole commit stands in for it.
  case headLost(standIn: CommitID?)

  /// The head's commit could not be read; the one before it stands in.
  case headCommitUnreadable(CommitID, standIn: CommitID?)

  /// A commit was read from its second copy.
  case commitReadFromCopy(CommitID)

  /// What a provider sent last cannot be read in all its parts; something earlier, or what is left, stands in.
  case contentDamaged(provider: String)

  /// The file `format` is gone, though there is a capsule.
  case formatMissing

  /// An object's file had another length than it must have; it was set aside and written again.
  case objectReplaced(ObjectID, quarantined: String)

  /// A log's file was damaged or unfinished; it was set aside and a healed one put in its place.
  case logHealed(device: String, quarantined: String)

  /// Operations that neither copy of the device's log holds any more.
  case operationsLost(device: String, numbers: ClosedRange<Int>)

  /// The operation does not follow the one before it: their history was changed.
  case chainBroken(device: String, at: Int)
}
