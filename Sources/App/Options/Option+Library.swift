extension Option {
  /// Where the user's own episodes are.
  static let library: [Option] = [
    Option(
      "library.folders", expected: "[\"~/Anime\", \"/media/films\"]",
      """
      The folders in which your episodes lie, each from / or ~ on. `library scan` looks through them and says of which \
      shows the files are; nothing in them is ever changed.
      """
    ) {
      .array($0.libraryFolders.map(ConfigurationValue.string))
    } write: { configuration, value in
      guard case .array(let values) = value else { return false }
      let folders = values.compactMap { value -> String? in
        guard case .string(let path) = value, path.isPathFromRootOrHome else { return nil }
        return path
      }
      guard folders.count == values.count else { return false }
      configuration.libraryFolders = folders
      return true
    }
  ]
}

extension String {
  /// Whether it is a path that means the same wherever the program was started: from `/` on, or from `~`, the user's home.
  var isPathFromRootOrHome: Bool { hasPrefix("/") || self == "~" || hasPrefix("~/") }
}
