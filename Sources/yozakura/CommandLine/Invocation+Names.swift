internal import ArgumentParser

/// Which command the arguments name, as far as they name one.
struct NamedCommand {
  var path: [String] = []
  var schema = "yozakura"
  var lists: [String] = []
}

extension Invocation {
  /// The command that the arguments name, and what to say where a word should name one and does not.
  func named() -> (command: NamedCommand, stranger: String?) {
    var kind: any ParsableCommand.Type = Yozakura.self
    var named = NamedCommand()
    for word in words where !word.hasPrefix("-") {
      let below = kind.configuration.subcommands
      if below.isEmpty { break }
      guard let next = below.first(where: { $0._commandName == word }) else {
        return (named, stranger(word, among: below.map { $0._commandName }, path: named.path))
      }
      kind = next
      named.path.append(word)
      named.schema = named.path.joined(separator: "-")
    }
    if let command = kind as? any Command.Type {
      named.schema = command.schema
      named.lists = command.lists
    }
    return (named, nil)
  }

  /// The arguments before `--`, without the date behind an `--as-of` that stands before the command, and without
  /// `help` at the beginning.
  private var words: [String] {
    let all = Array((arguments.first == "help" ? arguments.dropFirst() : arguments[...]).prefix { $0 != "--" })
    return all.indices.filter { $0 == 0 || all[$0 - 1] != "--as-of" }.map { all[$0] }
  }

  private func stranger(_ word: String, among names: [String], path: [String]) -> String? {
    let whole = (path + [word]).joined(separator: " ")
    guard let nearest = names.nearest(to: word) else { return "There is no command `\(whole)`." }
    return "There is no command `\(whole)`. Did you mean `\((path + [nearest]).joined(separator: " "))`?"
  }
}
