internal import ArgumentParser

/// `doctor`
struct Doctor: Command {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at this machine, ask each mirror once, and say on which side a fault is.",
    discussion: """
      The terminal, the folders, the capsule, the configuration, the network; then every mirror, for next to nothing, \
      in less than ten seconds. --offline asks nobody. Status 1 says that something has to be mended here; mirrors that \
      are down, or a network that is, do not.
      """)
  static let lists = ["checks"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let survey = try session.survey()
    let checks =
      TerminalChecks(probes: !global.json).all + FolderChecks(folders: session.folders).all
      + LibraryChecks(session: session).all + (survey.map { NetworkChecks(survey: $0).all } ?? [])
    let bad = checks.filter { $0.state == .bad }
    let verdict = Verdict(checks, survey)
    return Answer(
      fields: { [("checks", .array(checks.map(\.json))), ("verdict", verdict.json)] },
      failure: bad.isEmpty ? nil : Failure(.failed, "To be mended: \(bad.map(\.name).joined(separator: ", "))."),
      say: { page in
        for check in checks { check.say(to: &page) }
        page.line()
        page.line(Page.Piece(verdict.sentence, .strong))
      })
  }
}

extension Check {
  fileprivate func say(to page: inout Page) {
    let (mark, tone): (String, Page.Tone) =
      switch state {
      case .good: ("●", .good)
      case .warning: ("▲", .new)
      case .bad: ("✗", .bad)
      }
    let name = name + String(repeating: " ", count: max(0, 14 - name.count))
    page.line(Page.Piece("\(mark) ", tone), Page.Piece(name, .strong), Page.Piece(detail))
    if let advice { page.line(Page.Piece("                \(advice)", .faint)) }
  }
}
