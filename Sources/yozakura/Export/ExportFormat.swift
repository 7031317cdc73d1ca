internal import Anime
internal import ArgumentParser
internal import Formats

/// The forms in which the list leaves.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case json, csv, tsv, markdown, org, html, opml, ics
  case malXML = "mal-xml"

  /// Whether it is a table, whose columns can be chosen.
  var hasColumns: Bool { ![.opml, .ics, .malXML].contains(self) }

  /// `table` in this form, with a final newline; of a calendar, `calendar` knows the times.
  func text(_ table: ExportTable, fields: [ExportColumn]?, calendar: () -> String) -> String {
    switch self {
    case .json: table.json(fields)
    case .csv: DelimitedText.csv(table.cells)
    case .tsv: DelimitedText.tsv(table.cells)
    case .markdown: table.markdown
    case .org: table.org
    case .html: HTMLExport(table, fields: fields).page
    case .opml: table.opml
    case .ics: calendar()
    case .malXML: String(decoding: MALFile(entries: table.rows.compactMap(MALEntry.init)).xml, as: UTF8.self)
    }
  }
}

/// The shows that leave, and what of them.
struct ExportTable {
  /// What of them, in the order of the columns.
  let columns: [ExportColumn]
  /// The shows, in their order.
  let rows: [ExportRow]

  /// The heads of the columns, and a line of cells for each show.
  var cells: [[String]] {
    [columns.map(\.rawValue)] + rows.map { row in columns.map { $0.text(of: row) } }
  }

  /// One object, one line for each show, so that two exports can be compared line by line; of each show only `fields`,
  /// or all of it.
  func json(_ fields: [ExportColumn]?) -> String {
    var bytes = Array("{\"schema\": \"yozakura.export/1\", \"shows\": [".utf8)
    for (index, row) in rows.enumerated() {
      bytes += (index > 0 ? ",\n" : "\n").utf8
      row.json(fields).append(to: &bytes)
    }
    bytes += (rows.isEmpty ? "]}\n" : "\n]}\n").utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A table as GitHub and Pandoc read it.
  var markdown: String {
    let lines = cells.map { "| \($0.map(Self.markdownCell).joined(separator: " | ")) |\n" }
    let rule = "|" + String(repeating: " --- |", count: columns.count) + "\n"
    return lines[0] + rule + lines[1...].joined()
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
  var org: String {
    let lines = cells.map { "| \($0.map(Self.orgCell).joined(separator: " | ")) |\n" }
    let rule = "|" + String(repeating: "---+", count: columns.count - 1) + "---|\n"
    return lines[0] + rule + lines[1...].joined()
  }

  private static func orgCell(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 }).replacing("|", with: "\\vert{}")
  }
}
