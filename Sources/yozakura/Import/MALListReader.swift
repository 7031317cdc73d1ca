internal import Anime
internal import Formats

/// Reads lists of MyAnimeList, and of others that write them: Kitsu does.
enum MALListReader {
  /// The list in `bytes`; nil where it is none.
  static func read(_ bytes: [UInt8]) -> ListFile? {
    guard let file = try? MALFile(reading: bytes) else { return nil }
    // What has a title can be kept under that.
    let nameless = file.skipped.filter { $0.reason == .noID && !$0.entry[.title].isEmpty }.map(\.entry)
    return ListFile(
      format: .malXML, entries: (file.entries + nameless).map(entry), skipped: file.skipped.count - nameless.count,
      breaksOff: file.problem != nil || file.skipped.contains { $0.reason == .cutOff })
  }

  private static func entry(_ entry: MALEntry) -> ImportedEntry {
    let changes = entry.changes
    let foreign = entry.foreign(kept: changes)
    return ImportedEntry(
      aliases: entry.id.map { [Alias(site: "mal", id: String($0))] } ?? [], title: Sanitiser.clean(entry[.title]),
      changes: changes + (foreign.isEmpty ? [] : [.foreign(foreign)]))
  }
}
