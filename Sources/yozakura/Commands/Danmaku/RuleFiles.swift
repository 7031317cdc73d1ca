internal import App
internal import Danmaku

/// The sets of rules that there are: those built in, and NAME.toml in the folder for rules.
struct RuleFiles {
  /// Where the user's sets are.
  let folder: String

  /// The sets that need no file; no file can take their names.
  static let builtIn: [String: RuleSet] = ["standard": .stage, "none": .none]

  /// A set with its name, and the file that it stands in; nil for one that is built in.
  struct Named {
    var name: String
    var file: String?
    var rules: RuleSet
  }

  /// The names of all sets.
  var names: [String] { Set(Self.builtIn.keys).union(TOMLFile.names(in: folder)).sorted() }

  /// The set called `name`.
  func read(_ name: String) throws(Failure) -> Named {
    if let rules = Self.builtIn[name] { return Named(name: name, file: nil, rules: rules) }
    let file = path(of: name)
    do {
      if !name.contains("/"), let table = try TOMLFile.read(file) {
        return Named(name: name, file: file, rules: try RuleSet(table, file: file))
      }
    } catch let error as TOMLFile.Failure {
      throw Failure(.damaged, error.text)
    } catch {
      throw Failure(error)
    }
    let nearest = name.nearest(in: names).map { " Did you mean `\($0)`?" } ?? ""
    throw .notFound("There are no rules called `\(name)`.\(nearest) `yozakura danmaku rules list` shows what there is.")
  }

  /// Replaces the file of the set called `name`, which is none that is built in.
  func write(_ rules: RuleSet, as name: String) throws {
    try TextFile.replace(path(of: name), with: rules.toml)
  }

  /// The file of the set called `name`.
  func path(of name: String) -> String { "\(folder)/\(name).toml" }
}

extension Session {
  /// The sets of rules of whoever runs the program.
  var ruleFiles: RuleFiles { RuleFiles(folder: folders.rules) }

  /// The set called `name`; where none is named, the one that config.toml names.
  func rules(_ name: String?) throws(Failure) -> RuleFiles.Named {
    try ruleFiles.read(name ?? loaded.values.danmakuRules)
  }
}
