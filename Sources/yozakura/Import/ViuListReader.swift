internal import Anime
internal import Formats
internal import Markup

/// Reads what Viu, which was FastAnime, exports of its registry: the same records as JSON, CSV or XML.
///
/// Source: fastanime/cli/commands/registry/commands/export.py of FastAnime 3, and its registry's models.
enum ViuListReader {
  /// The list in `bytes`, in whichever of the three forms; nil where it is none of Viu's.
  static func read(_ bytes: [UInt8]) -> ListFile? {
    switch bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) {
    case UInt8(ascii: "<"): read(markup: bytes)
    case UInt8(ascii: "{"): JSONTree(reading: bytes).flatMap(read)
    default: read(table: bytes)
    }
  }

  /// The list in `tree`; nil where it is none of Viu's.
  static func read(_ tree: JSONTree) -> ListFile? {
    guard case .array(let media) = tree["media"], tree["metadata"]["registry_version"].text != nil else { return nil }
    return list(
      media.map { record in
        var texts = ["id": record["id"].plainText]
        for language in languages { texts["title_\(language)"] = record["title"][language].plainText }
        for field in fields { texts[field] = record["user_status"][field].plainText }
        return texts.compactMapValues(\.self)
      })
  }

  private static func read(table bytes: [UInt8]) -> ListFile? {
    let rows = DelimitedText.rows(String(decoding: bytes, as: UTF8.self), delimiter: ",")
    guard let head = rows.first, head.contains("id"), head.contains("title_romaji") else { return nil }
    return list(rows.dropFirst().map { row in Dictionary(zip(head, row)) { first, _ in first } })
  }

  private static func read(markup bytes: [UInt8]) -> ListFile? {
    guard var reader = try? MarkupReader(bytes, limits: MarkupLimits(bytes: MALFile.limit)),
      case .start(let root)? = try? reader.next(), root.name.local.hasSuffix("_registry")
    else { return nil }
    var records: [[String: String]] = []
    // What stands before damage counts, as in every list.
    while let event = try? reader.next() {
      guard case .start(let element) = event else { continue }
      let name = element.name.local
      if name == "media" {
        records.append(["id": element["id"] ?? ""])
      } else if !records.isEmpty, languages.contains(name) || fields.contains(name), let text = try? reader.text() {
        let key = languages.contains(name) ? "title_\(name)" : name
        // With its details a record has a status of the show behind that of the list.
        records[records.count - 1][key] = records[records.count - 1][key] ?? text
      }
    }
    return list(records, breaksOff: reader.isTorn)
  }

  private static let languages = ["native", "romaji", "english"]
  private static let fields = ["status", "progress", "score", "notes"]

  private static func list(_ records: [[String: String]], breaksOff: Bool = false) -> ListFile {
    let named = records.filter { $0["id"].flatMap { Int($0) } != nil }
    let scale = AniListScale(named.compactMap { $0["score"].flatMap(Double.init) })
    return ListFile(
      format: .viu, entries: named.map { entry($0, scale) }, skipped: records.count - named.count, breaksOff: breaksOff)
  }

  private static func entry(_ record: [String: String], _ scale: AniListScale) -> ImportedEntry {
    var draft = EntryDraft()
    draft.add(record["status"].flatMap(AniListReader.status).map { .status($0) })
    draft.add(record["progress"].flatMap { Int($0) }, in: ListEntry.progressRange) { .progress($0) }
    draft.add(record["score"].flatMap(Double.init).map { scale.points($0) }, in: 1...100) { .score($0) }
    draft.add(record["notes"].flatMap { $0.isEmpty ? nil : .note(Sanitiser.clean($0)) })
    let titles = languages.compactMap { record["title_\($0)"] }.filter { !$0.isEmpty }
    return ImportedEntry(
      aliases: [Alias(site: "anilist", id: record["id"] ?? "")], title: Sanitiser.clean(titles.first ?? ""),
      changes: draft.changes)
  }
}

extension JSONTree {
  /// A text, or a number as a table has it; nil for anything else.
  fileprivate var plainText: String? {
    text ?? integer.map { String($0) } ?? number.map { String($0) }
  }
}
