internal import Danmaku
internal import Glibc

/// The file of comments beside a video: `EP01.xml` beside `EP01.mkv`. What it holds its content tells.
struct CommentsBeside {
  /// The video.
  let path: String

  /// What the names of such files end with, in lower case.
  private static let endings: Set<String> = ["xml", "json", "jsonl", "pb", "bin", "so", "danmaku"]
  /// Larger than those of any episode.
  private static let largest = 64 << 20

  /// The comments of the first file that holds any; nil where none does.
  func find() -> DanmakuSupply.Delivery? {
    let folder = TextFile.folder(of: path)
    for name in names(in: folder) {
      guard let bytes = (try? TextFile.read("\(folder)/\(name)", atMost: Self.largest)) ?? nil,
        let file = try? DanmakuFile(reading: bytes), file.comments.count > 0
      else { continue }
      return DanmakuSupply.Delivery(comments: file.comments, source: name)
    }
    return nil
  }

  /// Those in `folder` that are called as the video is, by name: `EP01.xml`, `EP01.danmaku.xml`.
  private func names(in folder: String) -> [String] {
    let video = TextFile.name(of: path)
    let stem = video.lastIndex(of: ".").map { String(video[...$0]) } ?? video + "."
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let ending = name.split(separator: ".").last?.lowercased() ?? ""
      let isFile = !TextFile.isSpecial("\(folder)/\(name)")
      if name.hasPrefix(stem), Self.endings.contains(ending), isFile { names.append(name) }
    }
    return names.sorted()
  }
}

extension TextFile {
  /// What the file at `path` is called, without its folders.
  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
