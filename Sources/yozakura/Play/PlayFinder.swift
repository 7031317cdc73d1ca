internal import Anime
internal import App
internal import CSystem
internal import Glibc
internal import Library

/// Finds out what somebody wants to play.
struct PlayFinder {
  let session: Session

  /// What was found.
  enum Found {
    /// Something to play.
    case target(PlayTarget)
    /// A page, which belongs into a browser.
    case page(String)
  }

  /// Where streams are, by the beginnings of addresses.
  private static let schemes = ["http", "https", "rtsp", "rtmp", "rtmps"]
  /// What the names of streams end with besides those of films, in lower case.
  private static let streams: Set<String> = ["m3u8", "mpd", "mp3", "m4a", "ogg", "opus", "flac", "aac"]

  /// What `what` is: an address, a file, or a show, of which `episode` is wanted or what comes next.
  func find(_ what: String, episode: Int?, isMedia: Bool) throws -> Found {
    let scheme = Self.scheme(of: what)
    if ArgumentBytes.isBrokenName(what) {
      throw Failure(.invalid, "The name of \(what) is not UTF-8, and cannot be read; give it another one.")
    }
    guard scheme != nil || Self.isFile(what) else { return .target(try episodeHere(what, episode)) }
    guard episode == nil else {
      throw Failure.usage(
        "An episode goes with the id of a show, such as `yozakura play bangumi:400602 3`, not with a file or an address."
      )
    }
    guard let scheme else { return .target(try file(what)) }
    return try scheme == "file" ? .target(file(FileAddress.path(of: what))) : address(what, scheme, isMedia)
  }

  /// Whether `name` is that of a file, or a link, or seems to be: no id of a show ends as films do.
  private static func isFile(_ name: String) -> Bool {
    var status = stat()
    return name.contains("/") || LocalNames.isMedia(name) || lstat(name, &status) == 0
  }

  private static func scheme(of text: String) -> String? {
    guard let range = text.firstRange(of: "://") else { return nil }
    return text[..<range.lowerBound].lowercased()
  }

  private func address(_ address: String, _ scheme: String, _ isMedia: Bool) throws -> Found {
    guard Self.schemes.contains(scheme) else {
      throw Failure.usage(
        "`\(scheme)` addresses are not played; there are \((Self.schemes + ["file"]).joined(separator: ", ")).")
    }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let name = String(path.split(separator: "/").last ?? "")
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    let looksLikeMedia = !scheme.hasPrefix("http") || LocalNames.isMedia(name) || Self.streams.contains(ending)
    guard isMedia || looksLikeMedia else { return .page(address) }
    guard !session.options.offline else {
      throw Failure(.unreachable, "\(address) is in the network, and --offline was asked for.")
    }
    return .target(PlayTarget(address: address, title: name.isEmpty ? address : name))
  }

  /// The file at `name`; where it is not in the user's folders its name tells what it is.
  private func file(_ name: String) throws -> PlayTarget {
    let path = TextFile.absolute(HomePath.expanded(name))
    guard !TextFile.isFolder(path) else { throw Failure(.invalid, "\(name) is a folder; name a file in it.") }
    let kit = try session.playKit
    if let known = session.localIndex.read()?.episode(at: path) { return PlayTarget(known, title: kit.title) }
    var matcher = LocalMatcher(
      kit.library.snapshot().catalogue, corrections: try session.corrections.read(), relations: session.relations)
    let file = LocalFile(path: path, size: 0, modified: 0)
    return PlayTarget(matcher.episode(of: file, ReleaseName(path: path)), title: kit.title)
  }

  private func episodeHere(_ reference: String, _ episode: Int?) throws -> PlayTarget {
    let snapshot = try session.library.snapshot()
    let show = try session.show(reference, in: snapshot)
    let kit = try session.playKit
    let index = try session.localScan.run().index
    let progress = episode.map { $0 - 1 } ?? snapshot.entry(for: show).progress
    let found = index.next(after: progress, of: show)
    guard let found, episode.map({ found.numbers?.contains($0) ?? false }) ?? true else {
      let wanted = episode.map { "Episode \($0)" } ?? "The next episode"
      throw Failure.notFound(
        "\(wanted) of \(kit.title(of: show)) is not in your folders; `yozakura library list \(show)` shows what is.")
    }
    return PlayTarget(found, title: kit.title)
  }
}

extension TextFile {
  /// `path` from the root on, seen from the folder that the program was started in.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)"
  }
}
