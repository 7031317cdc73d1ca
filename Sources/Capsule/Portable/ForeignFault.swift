/// Why nothing is taken from another capsule, an archive of one, or a folder of logs.
public enum ForeignFault: Error, Equatable, Sendable {
  /// There is nothing of a capsule in it.
  case notACapsule
  /// A later program wrote it.
  case newerFormat(found: Int, known: Int)
  /// It holds a file that no capsule has.
  case unexpectedFile(String)
  /// It holds two files of one name.
  case repeatedFile(String)
  /// A file holds other bytes than its name, or the list of sums, promises.
  case contradictedFile(String)
  /// A file is not in the list of sums, or there is no such list.
  case unlistedFile(String)
  /// A file that the list of sums or the present commit names is not there.
  case missingFile(String)
  /// A commit needs an object that is neither in it nor here.
  case missingObject(ObjectID, of: CommitID)
  /// A device's log holds a damaged line, or one that does not follow the one before it.
  case damagedLog(device: String, line: Int)
  /// The log of a device says something else there than here: two machines wrote under one name.
  case forkedLog(device: String, at: Int)
}
