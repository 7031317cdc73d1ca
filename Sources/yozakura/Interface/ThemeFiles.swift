internal import App
internal import Glibc
internal import TUI

/// The themes that there are: those compiled in, and NAME.toml in the folders for themes.
struct ThemeFiles: Sendable {
  /// Where they may be, nearest first.
  let folders: [String]

  /// The names of all themes.
  var names: [String] {
    var names = Set(Theme.builtIn.keys)
    for folder in folders {
      guard let directory = opendir(folder) else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.insert(String(name.dropLast(5))) }
      }
    }
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

  /// The theme `name` to begin with; the default one where it cannot be had.
  func theme(_ name: String, depth: ColorDepth) -> Theme {
    if let theme = Theme(builtIn: name, depth: depth) { return theme }
    var warnings: [ConfigurationWarning] = []
    let found = (try? read(name)) ?? nil
    return Theme(
      name: name, table: found?.table ?? [:], depth: depth, file: found?.file ?? name, warnings: &warnings)
  }
}
