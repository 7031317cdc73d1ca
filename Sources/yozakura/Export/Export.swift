internal import Anime
internal import App
internal import ArgumentParser
internal import Library

/// `export --format F [-o FILE]`
struct Export: Command {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what you keep about shows to a file or to standard output.",
    discussion: "The same library gives the same bytes: without the time of export, sorted by local id or as you say.")
  static let lists = ["shows"]

  @ArgumentParser.Option(help: "\(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = ExportFormat.json
  @ArgumentParser.Option(
    name: .shortAndLong, help: .init("The file to write; it is replaced in one step.", valueName: "file"))
  var output: String?
  @ArgumentParser.Option(help: .filter, completion: .filter)
  var filter: String?
  @ArgumentParser.Option(
    help: .init("The columns and their order, such as title,score.", valueName: "fields"),
    transform: { try ExportColumn.list($0) })
  var fields: [ExportColumn]?
  @ArgumentParser.Option(
    help: .init("The order of shows by columns, such as status,-score: a minus turns one around.", valueName: "fields"),
    transform: ExportOrder.init)
  var sort: ExportOrder?
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if fields != nil, !format.hasColumns {
      throw ValidationError("--fields has no place in --format \(format.rawValue), which has its own.")
    }
    guard global.json, output == nil, format != .json else { return }
    throw ValidationError("With --json and no --output only --format json can be printed.")
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let rows = try rows(session, of: snapshot)
    let table = ExportTable(columns: fields ?? ExportColumn.allCases, rows: rows)
    let text = { format.text(table, fields: fields) { session.calendar(of: rows.map(\.entry), in: snapshot).text } }
    guard let output, output != "-" else {
      return Answer(
        fields: { [("shows", .array(rows.map { $0.json(fields) }))] }, hint: leftOut(rows),
        say: { $0.verbatim(text()) })
    }
    try TextFile.replace(output, with: text(), makingFolder: false)
    return Answer(
      fields: {
        [
          ("file", .string(output)), ("format", .string(format.rawValue)),
          ("shows", .array(rows.map { $0.json(fields) })),
        ]
      },
      hint: [session.strings.exported(rows.count, output), leftOut(rows)].compactMap(\.self).joined(separator: "; "),
      say: { _ in })
  }

  private func rows(_ session: Session, of snapshot: Snapshot) throws -> [ExportRow] {
    let entries = try filter.map { session.entries(passing: try session.filter($0), in: snapshot) }
    let rows = (entries ?? Array(snapshot.entries.values)).filter { !$0.isEmpty }
    return rows.map { ExportRow(entry: $0, show: snapshot.catalogue.show($0.show)) }.sorted(by: sort ?? ExportOrder())
  }

  /// What to say of the shows that the form has no place for.
  private func leftOut(_ rows: [ExportRow]) -> String? {
    let count = format == .malXML ? rows.count { $0.id(at: "mal").isEmpty } : 0
    return count > 0 ? "\(count) of \(rows.count) left out, for which MyAnimeList has no number" : nil
  }
}
