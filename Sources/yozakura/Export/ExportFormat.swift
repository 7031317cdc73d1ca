internal import Anime
internal import ArgumentParser
internal import Formats
internal import Locking

/// The forms in which the list leaves.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case json, csv, tsv, markdown, org, html, opml, ics
  case malXML = "mal-xml"

  /// Whether it is a table, whose columns can be chosen.
  var hasColumns: Bool { ![.opml, .ics, .malXML].contains(self) }

  /// `table` in this form, with a final newline; of a calendar, `calendar` knows the times.
  func write(_ table: ExportTable, calendar: () -> String) -> WrittenTable {
    switch self {
    case .json: WrittenTable(pieces: table.json)
    case .csv: WrittenTable(pieces: table.lines(DelimitedText.csv))
    case .tsv: WrittenTable(pieces: table.lines(DelimitedText.tsv))
    case .markdown: WrittenTable(pieces: table.markdown)
    case .org: WrittenTable(pieces: table.org)
    case .html: WrittenTable(pieces: HTMLExport(table).page)
    case .opml: WrittenTable(pieces: [Array(table.opml.utf8)])
    case .ics: WrittenTable(pieces: [Array(calendar().utf8)])
    case .malXML: table.malXML
    }
  }
}

/// What an export writes: bytes, one piece behind the other.
struct WrittenTable {
  var pieces: [[UInt8]]
  /// How many shows the form has no place for.
  var leftOut = 0
}

/// The shows that leave, and what of them.
///
/// A list may have thousands: they are looked up and written on all processors.
struct ExportTable: Sendable {
  /// What of them somebody asked for; nil where all of it, as the form has it.
  let fields: [ExportColumn]?
  /// What is kept of them, in their order.
  let entries: [ListEntry]
  private let catalogue: Catalogue

  /// The shows that `entries` are about, which `catalogue` may know, in `order`.
  init(_ entries: [ListEntry], of catalogue: Catalogue, fields: [ExportColumn]?, order: ExportOrder) {
    self.fields = fields
    self.catalogue = catalogue
    self.entries = order.sorted(entries) { ExportRow($0, in: catalogue) }
  }

  /// Of a table, the columns in their order.
  var columns: [ExportColumn] { fields ?? ExportColumn.allCases }

  /// The shows, in their order.
  var rows: [ExportRow] { map { Array($0) }.flatMap(\.self) }

  /// What `body` makes of some of the shows after the other.
  private func map<Piece: Sendable>(
    _ body: @escaping @Sendable (LazyMapSequence<ArraySlice<ListEntry>, ExportRow>) -> Piece
  ) -> [Piece] {
    Threads.mapSlices(of: entries) { [catalogue] entries in body(entries.lazy.map { ExportRow($0, in: catalogue) }) }
  }

  /// The heads of the columns, and a line of cells for each show, as `write` writes such lines; `rule` stands between
  /// them.
  func lines(rule: String = "", _ write: @escaping @Sendable ([[String]]) -> String) -> [[UInt8]] {
    let columns = columns
    let bodies = map { rows in Array(write(rows.map { row in columns.map { $0.text(of: row) } }).utf8) }
    return [Array((write([columns.map(\.rawValue)]) + rule).utf8)] + bodies
  }

  /// One object, one line for each show, so that two exports can be compared line by line; of each show only `fields`,
  /// or all of it.
  var json: [[UInt8]] {
    let lists = map { [fields] rows in
      var bytes: [UInt8] = []
      for row in rows {
        bytes += (bytes.isEmpty ? "\n" : ",\n").utf8
        row.json(fields).append(to: &bytes)
      }
      return bytes
    }
    let head = Array("{\"schema\": \"yozakura.export/1\", \"shows\": [".utf8)
    let end = Array((entries.isEmpty ? "]}\n" : "\n]}\n").utf8)
    return [head] + lists.enumerated().flatMap { $0 > 0 ? [Array(",".utf8), $1] : [$1] } + [end]
  }

  /// The list as MyAnimeList has it, without the shows for which that has no number.
  fileprivate var malXML: WrittenTable {
    let lists = map { rows in
      var (written, statuses): ([UInt8], [MALStatus?]) = ([], [])
      for row in rows {
        guard let entry = MALEntry(row) else { continue }
        entry.append(to: &written)
        statuses.append(entry.status)
      }
      return (written, statuses)
    }
    let statuses = lists.flatMap(\.1)
    let (head, end) = MALFile.frame(of: statuses)
    return WrittenTable(pieces: [head] + lists.map(\.0) + [end], leftOut: entries.count - statuses.count)
  }

  /// A table as GitHub and Pandoc read it.
  fileprivate var markdown: [[UInt8]] {
    lines(rule: "|" + String(repeating: " --- |", count: columns.count) + "\n") { rows in
      rows.map { "| \($0.map(Self.markdownCell).joined(separator: " | ")) |\n" }.joined()
    }
  }

  /// Text that stands for itself in a cell of a table.
  private static func markdownCell(_ text: String) -> String {
    var cell = ""
    for character in text {
      switch character {
      case "\\", "|", "`", "*", "_", "<", ">", "[", "]": cell += "\\\(character)"
      case "\n", "\r\n", "\r": cell += "<br>"
      default: cell.append(character)
      }
    }
    return cell
  }

  /// A table of Org mode, in which a bar is written `\vert{}` and a line of a cell has no end.
  fileprivate var org: [[UInt8]] {
    lines(rule: "|" + String(repeating: "---+", count: columns.count - 1) + "---|\n") { rows in
      rows.map { "| \($0.map(Self.orgCell).joined(separator: " | ")) |\n" }.joined()
    }
  }

  private static func orgCell(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 }).replacing("|", with: "\\vert{}")
  }
}
