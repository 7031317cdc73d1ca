internal import Danmaku
internal import Glibc
internal import Playback

/// The comments that lie beside a film: `EP01.xml` beside `EP01.mkv`.
enum CommentsBesideFilm {
  /// The ends of names that comments have, the likeliest first.
  private static let suffixes = ["xml", "danmaku.xml", "jsonl", "json", "pb"]

  /// Reads them; none where there is no such file, or none that can be read.
  ///
  /// A file of another kind that happens to have the name of the film is nothing to complain about.
  static func read(_ source: MediaSource) -> DanmakuFile {
    guard case .file(let path) = source else { return none }
    let stem = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
    for suffix in suffixes {
      let name = "\(stem).\(suffix)"
      if name != path, access(name, R_OK) == 0, let file = try? DanmakuFile(at: name) { return file }
    }
    return none
  }

  private static var none: DanmakuFile { DanmakuFile(.jsonLines, comments: Comments()) }
}
