internal import Anime
internal import ArgumentParser
internal import Library

extension CompletionKind {
  /// The ids of the user's shows: a whole catalogue would be no help.
  static var shows: CompletionKind {
    .custom { _, _, prefix in ids(beginning: prefix) { _ in true } }
  }

  /// The ids of the followed shows.
  static var followed: CompletionKind {
    .custom { _, _, prefix in ids(beginning: prefix, where: \.isFollowed) }
  }

  private static func ids(beginning prefix: String, where isWanted: (ListEntry) -> Bool) -> [String] {
    let session = Session(options: GlobalOptions())
    guard let snapshot = try? session.library.snapshot() else { return [] }
    return snapshot.entries.values.filter(isWanted).sorted(by: ListOrder.latestFirst)
      .map(\.show.description).filter { $0.hasPrefix(prefix) }
  }
}
