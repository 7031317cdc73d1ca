public import Danmaku
public import HTTP

/// Why a server gave no comments, as facts.
public enum DanmakuFetchFailure: Error, Hashable, Sendable {
  /// No whole answer came.
  case transport(HTTPError)
  /// It sent the request elsewhere, where signed requests are not sent after it.
  case redirected(to: String)
  /// The server says no, in its own words where it has any.
  case refused(String?)
  /// The answer is not what the protocol promises.
  case notUnderstood
  /// It does not know the show, or has not this episode of it.
  case noEpisode
  /// It knows several shows by these names, and none of them is called as ours is.
  case ambiguous([String])
  /// The show has no id at the site that the address asks for.
  case noID(site: String)
  /// The file is no list of comments.
  case notDanmaku(DanmakuError)
  /// No file is where the directory's pattern points.
  case noFile(String)
  /// Several files of this number are where the pattern points: it does not tell which is the episode's.
  case severalFiles([String])
  /// A file is there and cannot be read, in the system's words.
  case unreadable(String)
}

extension DanmakuFetchFailure {
  /// Whether the server is there and answers us, so that it may be asked in another way, or for something else.
  public var isAnswer: Bool {
    switch self {
    case .transport(.status(let status, _, _)): ![401, 403, 429, 503].contains(status)
    case .transport, .redirected: false
    default: true
    }
  }
}

/// What a server gave.
public struct FetchedDanmaku: Sendable {
  /// The comments, with what could not be read.
  public var file: DanmakuFile
  /// By how many milliseconds they come later than they are written down, as the server says.
  public var shift: Int
  /// Who gave them: the host, without the rest of an address, in which a user's secret may stand.
  public var origin: String
  /// What names this very answer, to be asked with the next time.
  public var entityTag: String?

  /// Comments that `origin` gave.
  public init(file: DanmakuFile, shift: Int = 0, origin: String, entityTag: String? = nil) {
    self.file = file
    self.shift = shift
    self.origin = origin
    self.entityTag = entityTag
  }
}
