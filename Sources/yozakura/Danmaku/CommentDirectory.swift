internal import Danmaku
internal import Glibc
internal import Providers

/// A directory on this machine in which files of comments lie.
struct CommentDirectory {
  let template: AddressTemplate

  /// The comments of `episode`, from the first file by name that the pattern fits.
  func fetch(_ episode: WantedEpisode) throws(DanmakuFetchFailure) -> FetchedDanmaku {
    let pattern = try template.path(for: episode)
    guard let path = Self.files(pattern).first(where: { isOf(episode.number, $0) }) else { throw .noFile(pattern) }
    let bytes: [UInt8]?
    do throws(TextFile.Failure) {
      bytes = try TextFile.read(path, atMost: 256 << 20)
    } catch {
      throw .unreadable(error.text)
    }
    guard let bytes else { throw .noFile(path) }
    do throws(DanmakuError) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return FetchedDanmaku(file: try DanmakuFile(reading: bytes), origin: name)
    } catch {
      throw .notDanmaku(error)
    }
  }

  /// Whether the number in the file's name is that of the episode, where the pattern wants one there.
  ///
  /// `*08*` fits `[Group] 07 [1080p].xml` too: digits count as the number that they are a part of.
  private func isOf(_ episode: Int, _ path: String) -> Bool {
    guard template.text.split(separator: "/").last?.contains("{episode") == true else { return true }
    let name = path.split(separator: "/").last ?? ""
    return name.split { !("0"..."9" ~= $0) }.contains { Int($0) == episode }
  }

  /// The files that fit, by name; `~` is the user's home.
  private static func files(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_TILDE, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }
}
