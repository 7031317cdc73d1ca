internal import Anime

extension [String] {
  /// The one that was most likely meant by `typed`: it begins so, or is a slip of a finger away.
  func nearest(to typed: String) -> String? {
    if typed.count >= 2, let longer = first(where: { $0.hasPrefix(typed.lowercased()) }) { return longer }
    return typed.nearest(in: self)
  }

  /// ` Did you mean `search`?`, to go on with behind a sentence; nothing where none of these is near `typed`.
  func suggestion(for typed: String) -> String { nearest(to: typed).map { " Did you mean `\($0)`?" } ?? "" }
}
