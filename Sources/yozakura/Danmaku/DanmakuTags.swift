internal import Capsule
internal import Library
internal import Providers

/// The tags that servers gave with the comments that are kept, so that the same are not sent twice.
///
/// One line for each file, `digest<tab>tag`. The digest stands for address and episode: an address may hold a secret,
/// and the state folder is no place for it. Without the file everything is fetched once more, that is all.
struct DanmakuTags {
  private let path: String

  init(folder: String) {
    path = "\(folder)/danmaku-tags"
  }

  /// The tag of what is kept of `key` from `server`.
  func tag(of key: DanmakuKey, from server: DanmakuServer) -> String? {
    Self.digest(key, server).flatMap { read()[$0] }
  }

  /// Remembers `tag`, or that there is none. A state folder that cannot be written is no reason to fail.
  func remember(_ tag: String?, of key: DanmakuKey, from server: DanmakuServer) {
    guard let digest = Self.digest(key, server) else { return }
    var tags = read()
    guard tags[digest] != tag else { return }
    tags[digest] = tag
    try? TextFile.replace(path, with: tags.map { "\($0.key)\t\($0.value)\n" }.sorted().joined())
  }

  private func read() -> [String: String] {
    guard let bytes = (try? TextFile.read(path)) ?? nil else { return [:] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.split(separator: "\t") }
    return Dictionary(lines.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }) { _, last in last }
  }

  /// Only an address of one file gives tags.
  private static func digest(_ key: DanmakuKey, _ server: DanmakuServer) -> String? {
    guard case .url(let address) = server.kind else { return nil }
    return Digest(of: Array("\(address.text) \(key.show) \(key.episode) \(key.source)".utf8)).hex
  }
}
