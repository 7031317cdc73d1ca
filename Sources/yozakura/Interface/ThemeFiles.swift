internal import Anime
internal import App
internal import TUI

/// The themes that there are: those compiled in, and NAME.toml in the folders for themes.
struct ThemeFiles: Sendable {
  /// Where they may be, nearest first.
  let folders: [String]

  /// The names of all themes.
  var names: [String] {
    var names = Set(Theme.builtIn.keys)
    for folder in folders { names.formUnion(TOMLFile.names(in: folder)) }
    return names.sorted()
  }

  /// The table of the theme `name` and the file that it stands in; nil where there is none.
  func read(_ name: String) throws -> (table: ConfigurationTable, file: String)? {
    for folder in folders {
      let file = "\(folder)/\(name).toml"
      if let table = try TOMLFile.read(file) { return (table, file) }
    }
    return nil
  }

  /// The theme `name`, which `file` wants; the default one where it cannot be had.
  func find(_ name: String, depth: ColorDepth, namedIn file: String) -> FoundTheme {
    if let theme = Theme(builtIn: name, depth: depth) { return FoundTheme(theme: theme) }
    var found = FoundTheme(theme: Theme(name: name, depth: depth))
    do {
      if let (table, file) = try read(name) {
        found.theme = Theme(name: name, table: table, depth: depth, file: file, warnings: &found.warnings)
      } else {
        found.warnings = [.unknownName("ui.theme", value: name, nearest: name.nearest(in: names), file)]
      }
    } catch {
      found.failure = yozakura.Failure(error).message
    }
    return found
  }
}

/// A theme, and what was wrong with it.
struct FoundTheme {
  /// What was understood of it, over the default theme.
  var theme: Theme
  /// What was not understood.
  var warnings: [ConfigurationWarning] = []
  /// Why its file could not be read at all.
  var failure: String?
}

extension Theme {
  /// The default theme under the name of one that cannot be had.
  fileprivate init(name: String, depth: ColorDepth) {
    var warnings: [ConfigurationWarning] = []
    self.init(name: name, table: [:], depth: depth, file: name, warnings: &warnings)
  }
}
