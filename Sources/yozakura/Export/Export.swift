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
    let table = try table(session, of: snapshot)
    let list: @Sendable () -> JSON.Field = { ("shows", .array(table.rows.map { $0.json(table.fields) })) }
    if global.json, output == nil { return Answer(fields: { [list()] }, say: { _ in }) }
    let written = format.write(table) { session.calendar(of: table.entries, in: snapshot).text }
    let leftOut =
      written.leftOut > 0
      ? "\(written.leftOut) of \(table.entries.count) left out, for which MyAnimeList has no number" : nil
    guard let output, output != "-" else {
      return Answer(
        fields: { [list()] }, hint: leftOut,
        say: { $0.verbatim(String(decoding: written.pieces.joined(), as: UTF8.self)) })
    }
    try TextFile.replace(output, with: written.pieces, makingFolder: false)
    return Answer(
      fields: { [("file", .string(output)), ("format", .string(format.rawValue)), list()] },
      hint: [session.strings.exported(table.entries.count, output), leftOut].compactMap(\.self)
        .joined(separator: "; "),
      say: { _ in })
  }

  private func table(_ session: Session, of snapshot: Snapshot) throws -> ExportTable {
    let found = try filter.map { session.entries(passing: try session.filter($0), in: snapshot) }
    let entries = (found ?? Array(snapshot.entries.values)).filter { !$0.isEmpty }
    return ExportTable(entries, of: snapshot.catalogue, fields: fields, order: sort ?? ExportOrder())
  }
}
