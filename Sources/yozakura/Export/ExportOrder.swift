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

  /// Whether nothing but the ids counts.
  fileprivate var isByID: Bool { keys.isEmpty }

  /// Whether `left` comes first.
  fileprivate func isBefore(_ left: ExportRow, _ right: ExportRow) -> Bool {
    for (column, isReversed) in keys {
      let (first, second) = (column.key(of: left), column.key(of: right))
      if first != second { return (first < second) != isReversed }
    }
    return left.entry.show < right.entry.show
  }
}

extension [ExportRow] {
  /// The rows in `order`.
  func sorted(by order: ExportOrder) -> [ExportRow] {
    // Rows are large: their places are moved, and where nothing but the ids counts they are not looked at.
    let ids = indices.map { (id: self[$0].entry.show, place: $0) }.sorted { $0.id < $1.id }
    guard !order.isByID else { return ids.map { self[$0.place] } }
    return ids.map(\.place).sorted { order.isBefore(self[$0], self[$1]) }.map { self[$0] }
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
