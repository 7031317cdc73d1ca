/// A file on this machine, as the disk tells of it without opening it.
public struct LocalFile: Hashable, Sendable {
  /// Where it is, from the root on.
  public var path: String
  /// Its bytes.
  public var size: Int64
  /// When it was last written, in milliseconds since 1970.
  public var modified: Int64

  /// The file at `path`.
  public init(path: String, size: Int64, modified: Int64) {
    self.path = path
    self.size = size
    self.modified = modified
  }

  /// What it is called, without its folders.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
