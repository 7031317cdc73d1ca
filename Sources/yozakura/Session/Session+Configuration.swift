internal import App
internal import TUI

/// An option with its value, for `config show`.
struct ConfiguredOption {
  var name: String
  var value: String
  var meaning: String
  var isGiven: Bool

  /// Every option, in the order of the one table.
  static func all(of loaded: LoadedConfiguration) -> [ConfiguredOption] {
    Option.all.map { option in
      ConfiguredOption(
        name: option.name, value: option.read(loaded.values).description, meaning: option.meaning,
        isGiven: loaded.given.contains(option.name))
    }
  }

  var json: JSON {
    .object([
      ("key", .string(name)), ("value", .string(value)), ("source", .string(isGiven ? "file" : "default")),
    ])
  }
}

/// Something wrong in one of the configuration files.
struct ConfigurationProblem {
  var file: String
  var key: String?
  var text: String

  var json: JSON {
    .object([("file", .string(file)), ("key", .string(orNull: key)), ("message", .string(text))])
  }
}

extension Session {
  /// What is wrong in config.toml, in the theme that it names, in providers.toml and in filters.toml.
  var configurationProblems: [ConfigurationProblem] {
    let theme = ThemeFiles(folders: folders.themes).find(loaded.values.theme, depth: .trueColor, namedIn: loaded.path)
    var problems = (loaded.warnings + theme.warnings).map {
      ConfigurationProblem(file: $0.file, key: $0.key, text: strings.message(for: $0))
    }
    if let failure = loaded.failure { problems.append(.init(file: loaded.path, key: nil, text: failure)) }
    if let failure = theme.failure { problems.append(.init(file: loaded.path, key: "ui.theme", text: failure)) }
    do throws(Failure) {
      _ = try providers.read()
    } catch {
      problems.append(.init(file: providers.path, key: nil, text: error.message))
    }
    do throws(Failure) {
      _ = try filtersFile.read()
    } catch {
      problems.append(.init(file: filtersFile.path, key: nil, text: error.message))
    }
    do throws(Failure) {
      _ = try danmakuServers.read()
    } catch  where loaded.failure == nil {
      problems.append(.init(file: danmakuServers.path, key: "danmaku.server", text: error.message))
    } catch {
      // The whole file cannot be read, which is said already.
    }
    problems += ruleProblems + relationProblems
    if danmakuServers.isSecretOpen {
      let text = "\(danmakuServers.path) holds a secret and can be read by others; `chmod 600` ends that."
      problems.append(.init(file: danmakuServers.path, key: "danmaku.server", text: text))
    }
    return problems
  }

  /// What is wrong with the user's sets of rules, and with the one that config.toml names.
  private var ruleProblems: [ConfigurationProblem] {
    let used = loaded.values.danmakuRules
    return Set(ruleFiles.names + [used]).sorted().compactMap { name in
      do throws(Failure) {
        _ = try ruleFiles.read(name)
        return nil
      } catch {
        let isThere = ruleFiles.names.contains(name)
        return ConfigurationProblem(
          file: isThere ? ruleFiles.path(of: name) : loaded.path, key: isThere ? nil : "danmaku.rules",
          text: error.message)
      }
    }
  }
}
