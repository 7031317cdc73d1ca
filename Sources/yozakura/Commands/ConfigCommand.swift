internal import ArgumentParser

/// `config`
struct ConfigCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "See what is configured; config.toml itself is yours alone to write.",
    subcommands: [ConfigShow.self, ConfigPath.self, ConfigCheck.self])

  @OptionGroup var global: GlobalOptions
}

/// `config show`
struct ConfigShow: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print every option with its value, and whether you or the default set it.")
  static let schema = "config-show"
  static let lists = ["options"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let loaded = session.loaded
    let options = ConfiguredOption.all(of: loaded)
    return Answer(
      fields: { [("file", .string(loaded.path)), ("options", .array(options.map(\.json)))] },
      hint: loaded.failure,
      say: { page in
        page.table(
          options.map { option in
            [
              Page.Piece("\(option.name) = \(option.value)", option.isGiven ? .strong : .plain),
              Page.Piece("# \(option.meaning)", .faint),
            ]
          }, flexible: 1)
      })
  }
}

/// `config path`
struct ConfigPath: Command {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print where config.toml is, or would be.")
  static let schema = "config-path"

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let path = session.folders.configurationFile
    return Answer(fields: { [("path", .string(path))] }, say: { $0.line(Page.Piece(path)) })
  }
}

/// `config check`
struct ConfigCheck: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check config.toml and providers.toml.")
  static let schema = "config-check"
  static let lists = ["problems"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let problems = session.configurationProblems
    return Answer(
      fields: { [("problems", .array(problems.map(\.json)))] },
      failure: problems.isEmpty ? nil : Failure(.invalid, "The configuration has problems: \(problems.count)."),
      say: { page in
        for problem in problems { page.line(Page.Piece(problem.text)) }
      })
  }
}
