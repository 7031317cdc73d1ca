internal import Anime
internal import App
internal import ArgumentParser
internal import Library

/// `export --format F [-o FILE]`
struct Export: Command {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what you keep about shows to a file or to standard output.",
    discussion: "The same library gives the same bytes: sorted by local id, without the time of export.")
  static let lists = ["shows"]

  @ArgumentParser.Option(help: "json, csv or markdown.")
  var format = ExportFormat.json
  @ArgumentParser.Option(
    name: .shortAndLong, help: .init("The file to write; it is replaced in one step.", valueName: "file"))
  var output: String?
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard global.json, output == nil, format != .json else { return }
    throw ValidationError("With --json and no --output only --format json can be printed.")
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let rows = ExportRow.all(of: snapshot)
    guard let output, output != "-" else {
      return Answer(fields: { [("shows", .array(rows.map(\.json)))] }, say: { $0.verbatim(format.text(rows)) })
    }
    try TextFile.replace(output, with: format.text(rows), makingFolder: false)
    return Answer(
      fields: {
        [("file", .string(output)), ("format", .string(format.rawValue)), ("shows", .array(rows.map(\.json)))]
      },
      hint: session.strings.exported(rows.count, output),
      say: { _ in })
  }
}

/// The forms in which the list leaves.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case json, csv, markdown

  /// `rows` in this form, with a final newline.
  func text(_ rows: [ExportRow]) -> String {
    switch self {
    case .json: json(rows)
    case .csv: csv(rows)
    case .markdown: markdown(rows)
    }
  }

  /// One object, one line for each show, so that two exports can be compared line by line.
  private func json(_ rows: [ExportRow]) -> String {
    let shows = rows.map { "\n" + $0.json.text }.joined(separator: ",")
    return "{\"schema\": \"yozakura.export/1\", \"shows\": [\(shows)\(rows.isEmpty ? "" : "\n")]}\n"
  }

  /// RFC 4180: its line ends, its quotes.
  private func csv(_ rows: [ExportRow]) -> String {
    ([ExportRow.columns] + rows.map(\.cells)).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell that begins like a formula gets an apostrophe before it, which spreadsheets take for "this is text".
  static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    let needsQuotes = isFormula || safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
  }

  private func markdown(_ rows: [ExportRow]) -> String {
    let head = "| \(ExportRow.columns.joined(separator: " | ")) |\n"
    let rule = "|" + String(repeating: " --- |", count: ExportRow.columns.count) + "\n"
    let lines = rows.map { row in "| \(row.cells.map(Self.markdownCell).joined(separator: " | ")) |\n" }
    return head + rule + lines.joined()
  }

  /// Text that stands for itself in a cell of a table.
  static func markdownCell(_ text: String) -> String {
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
}

/// One show of an export: what is known of it, what the user keeps about it.
struct ExportRow {
  /// The names of the columns; spreadsheets and scripts depend on their order.
  static let columns = [
    "id", "title", "type", "begin", "end", "bangumi", "anilist", "mal", "anidb", "followed", "status", "progress",
    "score", "note", "rewatches", "started", "finished", "tags", "priority", "delays", "episodeOffset",
  ]

  let entry: ListEntry
  let show: Show?

  /// The user's shows, by local id.
  static func all(of snapshot: Snapshot) -> [ExportRow] {
    snapshot.entries.values.filter { !$0.isEmpty }.sorted { $0.show < $1.show }
      .map { ExportRow(entry: $0, show: snapshot.catalogue.show($0.show)) }
  }

  var json: JSON { ShowFields.json(show, entry) }

  var cells: [String] {
    let ids = ["bangumi", "anilist", "mal", "anidb"].map { site in
      show?.sites.first { $0.site == site }?.id ?? ""
    }
    return [
      entry.show.description, show?.titles.native ?? "", show?.kind.rawValue ?? "", show?.begin.iso8601 ?? "",
      show?.end?.iso8601 ?? "",
    ] + ids + [
      entry.isFollowed ? "true" : "false", entry.status?.rawValue ?? "", String(entry.progress),
      entry.score.map(ScoreScale.decimal.text) ?? "", entry.note, String(entry.rewatches), entry.started?.description ?? "",
      entry.finished?.description ?? "", entry.tags.joined(separator: ","), entry.priority?.rawValue ?? "",
      entry.delays.map(\.description).joined(separator: " "), entry.episodeOffset.map(String.init) ?? "",
    ]
  }
}
