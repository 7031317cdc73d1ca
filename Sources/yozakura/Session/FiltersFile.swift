internal import Anime
internal import App
internal import Capsule

/// A filter that the user keeps under a name.
struct SavedFilter {
  /// Its name, which `@` stands before where it is used.
  var name: String
  /// What it lets pass.
  var filter: Filter

  /// Whether `name` can stand behind `@`: a letter of any script, then letters, digits, `-` and `_`, at most 64.
  static func isName(_ name: String) -> Bool {
    name.first?.isLetter == true && name.count <= 64
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}

/// filters.toml: the user's saved filters. Ours to write, always whole and in one step.
struct FiltersFile {
  /// The file.
  let path: String
  /// What is locked while it is changed.
  let lock: String

  /// The saved filters, by name; none where there is no file.
  func read() throws(Failure) -> [SavedFilter] {
    let table: ConfigurationTable?
    do {
      table = try TOMLFile.read(path)
    } catch let error as TOMLFile.Failure {
      throw Failure(.damaged, "\(error.text) Correct the file; `yozakura filter` writes none that is wrong.")
    } catch {
      throw Failure(error)
    }
    guard let table else { return [] }
    let file = try FileTable(table, at: "\(path):", known: ["filter"])
    var saved: [SavedFilter] = []
    for row in try file.tables("filter", known: ["name", "text"]) {
      let name = try row.needed("name")
      guard SavedFilter.isName(name) else { throw row.failure("`\(name)` is no name for a filter.") }
      guard !saved.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
        throw row.failure("Two filters are called `\(name)`.")
      }
      saved.append(SavedFilter(name: name, filter: try filter(row.needed("text"), of: row)))
    }
    return saved.sorted { $0.name < $1.name }
  }

  private func filter(_ text: String, of row: FileTable) throws(Failure) -> Filter {
    do throws(FilterError) {
      return try Filter(text)
    } catch {
      throw row.failure("`text`, column \(error.range.lowerBound + 1): \(error.sentence)")
    }
  }

  /// Changes the saved filters, and returns them; two processes do so one after the other.
  func change(_ body: (inout [SavedFilter]) throws -> Void) throws -> [SavedFilter] {
    try TextFile.makeFolder(TextFile.folder(of: lock))
    let held = try LockFile(at: lock).acquire(for: "filters")
    defer { held.release() }
    var filters = try read()
    try body(&filters)
    filters.sort { $0.name < $1.name }
    try write(filters)
    return filters
  }

  /// Replaces the file by one with `filters`.
  private func write(_ filters: [SavedFilter]) throws {
    let head = "# Your saved filters. `yozakura filter` writes this file; comments in it do not last.\n"
    let rows = filters.map { saved in
      // The escapes of a basic string of TOML are those of JSON.
      "\n[[filter]]\nname = \(JSON.string(saved.name).text)\ntext = \(JSON.string(saved.filter.description).text)\n"
    }
    try TextFile.replace(path, with: head + rows.joined())
  }
}
