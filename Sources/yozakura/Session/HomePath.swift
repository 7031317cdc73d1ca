/// Paths that begin with `~`, the user's home.
enum HomePath {
  /// `path` from the root on, where it begins with `~/` or is `~`; without a slash at its end.
  static func expanded(_ path: String) -> String {
    var path = path
    if path == "~" || path.hasPrefix("~/") { path = (Environment["HOME"] ?? "~") + path.dropFirst() }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
