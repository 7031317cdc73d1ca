internal import Danmaku
internal import Glibc
internal import Providers

/// A directory on this machine in which files of comments lie.
struct CommentDirectory {
  let template: AddressTemplate

  /// The comments of `episode`, from the one file that the pattern fits.
  func fetch(_ episode: WantedEpisode) throws(DanmakuFetchFailure) -> FetchedDanmaku {
    let path = try path(of: episode)
    let bytes: [UInt8]?
    do throws(TextFile.Failure) {
      bytes = try TextFile.read(path, atMost: DanmakuFile.limit)
    } catch {
      throw DanmakuError(error).map(DanmakuFetchFailure.notDanmaku) ?? .unreadable(error.text)
    }
    guard let bytes else { throw .noFile(path) }
    do throws(DanmakuError) {
      return FetchedDanmaku(file: try DanmakuFile(reading: bytes), origin: Self.name(of: path))
    } catch {
      throw .notDanmaku(error)
    }
  }

  /// The one file of `episode`: which of several is meant nobody can know, and another episode's comments are worse
  /// than none.
  private func path(of episode: WantedEpisode) throws(DanmakuFetchFailure) -> String {
    let parts = try template.path(for: episode)
    let pattern = parts.map(\.text).joined()
    let numbered = NumberedPattern(parts, number: episode.number)
    let paths = Self.files(pattern).filter(numbered.fits)
    guard let path = paths.first else { throw .noFile(pattern) }
    guard paths.count == 1 else { throw .severalFiles(paths.map(Self.name)) }
    return path
  }

  private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The files that fit, by name; `~` is the user's home.
  private static func files(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_TILDE, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }
}
