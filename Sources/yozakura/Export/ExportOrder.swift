internal import Anime
internal import ArgumentParser

/// The order of an export: by these columns, one after the other, and by local id where they are equal.
struct ExportOrder: Sendable {
  private var keys: [(column: ExportColumn, isReversed: Bool)] = []

  /// By local id.
  init() {}

  /// Reads `status,-score`.
  init(_ text: String) throws {
    keys = try text.split(separator: ",").map { word in
      let isReversed = word.first == "-"
      return (try ExportColumn(named: String(isReversed ? word.dropFirst() : word)), isReversed)
    }
    guard !keys.isEmpty else { throw ValidationError("--sort wants columns, such as status,-score.") }
  }

  /// Whether `left` comes first.
  private func isBefore(_ left: ExportRow, _ right: ExportRow) -> Bool {
    for (column, isReversed) in keys {
      let (first, second) = (column.key(of: left), column.key(of: right))
      if first != second { return (first < second) != isReversed }
    }
    return left.entry.show < right.entry.show
  }

  /// `entries` in this order; `row` tells what else is known of one.
  func sorted(_ entries: [ListEntry], _ row: (ListEntry) -> ExportRow) -> [ListEntry] {
    // Entries are large: their places are moved, and where nothing but the ids counts nothing is looked up.
    guard !keys.isEmpty else {
      return entries.indices.map { (id: entries[$0].show, place: $0) }.sorted { $0.id < $1.id }
        .map { entries[$0.place] }
    }
    return entries.map(row).sorted(by: isBefore).map(\.entry)
  }
}

extension ExportColumn {
  /// The column of this name.
  fileprivate init(named name: String) throws {
    guard let column = ExportColumn(rawValue: name) else {
      let names = Self.allCases.map(\.rawValue)
      throw ValidationError(
        "“\(name)” is no field.\(names.suggestion(for: name)) There are: \(names.joined(separator: ", ")).")
    }
    self = column
  }

  /// Reads `title,score`.
  static func list(_ text: String) throws -> [ExportColumn] {
    let columns = try text.split(separator: ",").map { try ExportColumn(named: String($0)) }
    guard !columns.isEmpty else { throw ValidationError("--fields wants columns, such as title,score.") }
    return columns
  }
}
