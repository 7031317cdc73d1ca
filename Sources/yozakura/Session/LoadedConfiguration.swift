internal import App

/// config.toml as it was found: what was understood, and what was not.
struct LoadedConfiguration {
  /// The file.
  var path: String
  /// Whether there is one.
  var exists = false
  /// What the user chose; the defaults where nothing was understood.
  var values = Configuration()
  /// The keys with their actions.
  var keymap = Keymap.standard
  /// The names that the file sets.
  var given: Set<String> = []
  /// What was not understood; the program goes on without it.
  var warnings: [ConfigurationWarning] = []
  /// Why nothing could be read at all.
  var failure: String?

  /// Reads the file at `path`. Where it is garbage everything has its default, and `failure` says so.
  static func read(_ path: String) -> LoadedConfiguration {
    var loaded = LoadedConfiguration(path: path)
    do {
      guard let table = try TOMLFile.read(path) else { return loaded }
      loaded.exists = true
      loaded.given = Set(names(in: table, prefix: ""))
      loaded.warnings = loaded.values.apply(table, file: path)
      if case .table(let keys) = table["keys"] { loaded.warnings += loaded.keymap.apply(keys, file: path) }
    } catch let error as TOMLFile.Failure {
      loaded.exists = true
      loaded.failure = error.text
    } catch {
      loaded.exists = true
      loaded.failure = yozakura.Failure(error).message
    }
    return loaded
  }

  private static func names(in table: ConfigurationTable, prefix: String) -> [String] {
    table.values.flatMap { name, value in
      if case .table(let inner) = value { names(in: inner, prefix: "\(prefix)\(name).") } else { ["\(prefix)\(name)"] }
    }
  }
}
