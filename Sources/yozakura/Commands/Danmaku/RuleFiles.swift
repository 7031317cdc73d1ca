internal import App
internal import Capsule
internal import Danmaku

/// The sets of rules that there are: those built in, the user's own, and NAME.toml in the folder for rules.
struct RuleFiles: Sendable {
  /// Where the user's sets are.
  let folder: String
  /// Where the file is that whoever changes a set has locked.
  let state: String

  /// The sets that need no file; no file can take their names.
  static let builtIn: [String: RuleSet] = ["standard": .stage, "none": .none]

  /// The user's own set, which is there before its file: it begins as the standard one.
  static let mine = "mine"

  /// A set with its name, and the file that it stands in; nil for one that has none yet, or never.
  struct Named: Sendable {
    var name: String
    var file: String?
    var rules: RuleSet

    /// The name, where somebody can add to the set.
    var editable: String? { RuleFiles.builtIn[name] == nil ? name : nil }

    /// The text of a file with these rules; a set that is built in is in none that anything would change.
    var toml: String { editable == nil ? rules.toml : rules.file }
  }

  /// The set that needs nothing to be read.
  static let standard = Named(name: "standard", file: nil, rules: .stage)

  /// The names of all sets.
  var names: [String] { Set(Self.builtIn.keys).union([Self.mine]).union(TOMLFile.names(in: folder)).sorted() }

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
    if name == Self.mine { return Named(name: name, file: nil, rules: .stage) }
    let suggestion = names.suggestion(for: name)
    throw .notFound(
      "There are no rules called `\(name)`.\(suggestion) `yozakura danmaku rules list` shows what there is.")
  }

  /// Changes what the set called `name` blocks, which is none that is built in. What its file says by now counts.
  func apply(_ changes: [BlockChange], to name: String) throws {
    try change(name) { rules in
      for change in changes { rules.apply(change) }
    }
  }

  /// Replaces the file of the set called `name`, which is none that is built in, by what `body` makes of it; one that is
  /// not there yet begins as the standard one. Nobody else changes a set meanwhile.
  func change<Result>(_ name: String, _ body: (inout RuleSet) throws -> Result) throws -> Result {
    try TextFile.makeFolder(state)
    let held = try LockFile(at: "\(state)/rules.lock").acquire(for: "rules")
    defer { held.release() }
    var rules = try draft(of: name)
    let result = try body(&rules)
    try TextFile.replace(path(of: name), with: rules.file)
    return result
  }

  /// What a change of the set called `name` begins with.
  func draft(of name: String) throws -> RuleSet { names.contains(name) ? try read(name).rules : .stage }

  /// The file of the set called `name`.
  func path(of name: String) -> String { "\(folder)/\(name).toml" }
}

extension Session {
  /// The sets of rules of whoever runs the program.
  var ruleFiles: RuleFiles { RuleFiles(folder: folders.rules, state: folders.state) }

  /// The set called `name`; where none is named, the one that config.toml names.
  func rules(_ name: String?) throws(Failure) -> RuleFiles.Named {
    try ruleFiles.read(name ?? loaded.values.danmakuRules)
  }
}
