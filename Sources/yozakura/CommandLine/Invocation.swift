internal import ArgumentParser
internal import TUI

/// One run of the program: from its arguments to its exit status.
struct Invocation {
  let arguments: [String]

  /// Whether the answer has to be one JSON object; known even where the arguments make no sense.
  private var wantsJSON: Bool {
    arguments.prefix { $0 != "--" }.contains("--json")
  }

  /// Whether help was asked for: with a mistyped command the suggestion is more help than the page of the whole.
  private var wantsHelp: Bool {
    arguments.first == "help" || arguments.contains("--help") || arguments.contains("-h")
  }

  /// Does what was asked, prints the answer, and says how it went.
  func run() -> ExitStatus {
    let parsed: any ParsableCommand
    do {
      parsed = try Yozakura.parseAsRoot(arguments)
      switch parsed {
      case let command as any Command: return run(command)
      case let root as Yozakura: return open(root)
      default:
        var other = parsed
        try other.run()
        return .done
      }
    } catch {
      return explain(error)
    }
  }

  private func run(_ command: any Command) -> ExitStatus {
    let kind = type(of: command)
    let session = Session(options: command.global)
    defer { if !command.global.quiet { session.damage.forEach(talk) } }
    do {
      let answer = try command.answer(session)
      if command.global.json {
        print(schema: kind.schema, answer.fields() + session.pastFields, answer.failure)
      } else {
        var page = Page.standard
        answer.say(&page)
        Standard.write(page.text)
        if let failure = answer.failure { talk(failure) }
        if !command.global.quiet { [session.pastHint, answer.hint].compactMap(\.self).forEach(talk) }
      }
      return finish(answer)
    } catch {
      let failure = Failure(error)
      return fail(failure, schema: kind.schema, lists: kind.lists, inJSON: command.global.json)
    }
  }

  /// Does what is left after the answer. Where that fails the answer stands, and the failure is said beside it.
  private func finish(_ answer: Answer) -> ExitStatus {
    do {
      try answer.finish()
      return answer.failure?.status ?? .done
    } catch {
      let failure = Failure(error)
      talk(failure)
      return failure.status
    }
  }

  private func open(_ root: Yozakura) -> ExitStatus {
    guard !root.global.json else {
      return fail(.usage("The interface has no JSON form; name a command, such as `yozakura tonight --json`."))
    }
    guard Standard.isInteractive else {
      return fail(.usage("The interface needs a terminal. In scripts name a command; `yozakura --help` lists them."))
    }
    do {
      try Interface.run(Session(options: root.global), asOf: root.reading.asOf)
      return .done
    } catch {
      return fail(Failure(error))
    }
  }

  /// Help and version are answers; everything else that the parser throws is a usage error.
  private func explain(_ error: any Error) -> ExitStatus {
    let (kind, stranger) = named()
    let isMistaken = wantsHelp && stranger != nil
    guard isMistaken || Yozakura.exitCode(for: error) != .success else {
      let text = Yozakura.fullMessage(for: error)
      if !wantsJSON {
        Standard.write(text.hasSuffix("\n") ? text : text + "\n")
      } else if arguments.contains("--version") {
        print(schema: "version", ProgramVersion.fields, nil)
      } else {
        print(schema: "help", [("text", .string(text))], nil)
      }
      return .done
    }
    let message = stranger ?? Yozakura.message(for: error)
    var failure = Failure.usage(message)
    let path = (["yozakura"] + kind.path).joined(separator: " ")
    failure.details = ["See `\(path) --help`."]
    return fail(failure, schema: kind.schema, lists: kind.lists)
  }

  private func fail(
    _ failure: Failure, schema: String = "yozakura", lists: [String] = [], inJSON: Bool = false
  ) -> ExitStatus {
    if inJSON || wantsJSON {
      let present = Set(failure.fields.map(\.name))
      let empty = lists.filter { !present.contains($0) }.map { JSON.Field(name: $0, value: .array([])) }
      print(schema: schema, empty + failure.fields, failure)
    } else {
      talk(failure)
    }
    return failure.status
  }

  private func talk(_ hint: String) {
    var page = Page.talk
    for line in hint.split(separator: "\n") { page.line(Page.Piece(String(line), .faint)) }
    Standard.talk(page.text)
  }

  private func talk(_ failure: Failure) {
    var page = Page.talk
    page.line(Page.Piece("yozakura: ", .bad), Page.Piece(failure.message))
    for detail in failure.details { page.line("  ", Page.Piece(detail)) }
    Standard.talk(page.text)
  }

  private func print(schema: String, _ fields: [JSON.Field], _ failure: Failure?) {
    var fields = [JSON.Field(name: "schema", value: .string("yozakura.\(schema)/1"))] + fields
    if let failure {
      fields.append(
        ("error", .object([("code", .string(failure.code.rawValue)), ("message", .string(failure.message))])))
    }
    Standard.write(JSON.object(fields).text + "\n")
  }
}
