internal import ArgumentParser

/// `doctor`
struct Doctor: Command {
  static let configuration = CommandConfiguration(
    abstract: "Look at the terminal, the folders, the capsule and the configuration, and say what is wrong.",
    discussion: "It asks no server. Status 1 says that something has to be mended.")
  static let lists = ["checks"]

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let checks =
      TerminalChecks(probes: !global.json).all + FolderChecks(folders: session.folders).all
      + LibraryChecks(session: session).all
    let bad = checks.filter { $0.state == .bad }
    return Answer(
      fields: { [("checks", .array(checks.map(\.json)))] },
      failure: bad.isEmpty ? nil : Failure(.failed, "To be mended: \(bad.map(\.name).joined(separator: ", "))."),
      say: { page in
        for check in checks { check.say(to: &page) }
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
