public import Anime
import Capsule

/// Which comments: of a show's episode, from one source.
///
///     danmaku/mfzwizltoq/7/bilibili
public struct DanmakuKey: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// The episode's number, in the order in which the show's episodes are aired.
  public var episode: Int
  /// Where the comments are from, in a word.
  public var source: DanmakuSource

  /// The comments of an episode from `source`.
  public init(show: ShowID, episode: Int, source: DanmakuSource) {
    self.show = show
    self.episode = episode
    self.source = source
  }

  /// The episodes that comments can be kept for; a film has one.
  public static let episodes = 1...9999

  private static let folder = "danmaku"

  /// Reads the name of a file that the capsule keeps; nil where it holds something else.
  init?(fileName: String) {
    let parts = fileName.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == Self.folder, let show = ShowID(parts[1]), let episode = Int(parts[2]),
      Self.episodes.contains(episode), let source = DanmakuSource(String(parts[3]))
    else { return nil }
    self.init(show: show, episode: episode, source: source)
  }

  /// What the capsule calls the file.
  var fileName: String { "\(Self.folder)/\(show)/\(episode)/\(source)" }
}

/// A word for where comments are from, such as `bilibili`: a letter or digit, then letters, digits, `-`, `_` and `.`,
/// at most 32.
public struct DanmakuSource: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The word.
  public let description: String

  /// Reads the word; nil where it is none.
  public init?(_ text: String) {
    let isWord = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
      default: false
      }
    }
    guard isWord, (1...32).contains(text.utf8.count), let first = text.first, first.isLetter || first.isNumber else {
      return nil
    }
    description = text
  }

  /// Whether `left` comes first in lists.
  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}

extension KeptFiles {
  /// The files under the ids that shows have been given, where two ids turned out to be one show.
  func renaming(_ renamed: [ShowID: ShowID]) -> KeptFiles {
    guard !renamed.isEmpty else { return self }
    return all.reduce(KeptFiles()) { files, file in
      var (one, file) = (KeptFiles(), file)
      if var key = DanmakuKey(fileName: file.name), let show = renamed[key.show] {
        key.show = show
        file.name = key.fileName
      }
      one.keep(file)
      return files.merging(one)
    }
  }
}
