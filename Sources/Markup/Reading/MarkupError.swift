/// Why a document is read no further.
public enum MarkupError: Error, Hashable, Sendable {
  /// It has more bytes than are read.
  case tooLarge(bytes: Int, limit: Int)
  /// It declares an encoding that is not read here.
  case unknownEncoding(String)
  /// It goes beyond a limit.
  case beyond(Limit, MarkupPlace)

  /// What there may not be more of.
  public enum Limit: String, CaseIterable, Hashable, Sendable {
    /// Elements in each other.
    case depth
    /// Attributes of one element.
    case attributes
    /// Namespaces that are in force at one place.
    case namespaces
    /// Bytes of one text, value or name.
    case length
  }
}

/// A place in a document.
public struct MarkupPlace: Hashable, Sendable, CustomStringConvertible {
  /// How many bytes are before it, in UTF-8 and without a byte order mark.
  public var offset: Int
  /// Its line, from 1.
  public var line: Int

  /// The place behind `offset` bytes, in `line`.
  public init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }

  /// `line 3, byte 120`
  public var description: String { "line \(line), byte \(offset)" }
}
