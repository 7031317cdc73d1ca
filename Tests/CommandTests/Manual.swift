import Anime
import App

/// The parts of the manual that are tables of the program, as mdoc.
enum Manual {
  private static let strings = Strings(.english)

  /// The keys, screen by screen.
  static var keys: String {
    KeyContext.allCases.map { context in
      let rows = Keymap.standard.bindings.filter { $0.context == context }
      guard !rows.isEmpty else { return "" }
      var actions: [Action] = []
      for row in rows where !actions.contains(row.action) { actions.append(row.action) }
      let items = actions.map { action in
        let keys = rows.filter { $0.action == action }.map { "\\&" + escaped($0.sequence.description) }
        return ".It Li \(keys.joined(separator: " "))\n\(sentence(strings.meaning(of: action)))\n"
      }
      return ".Ss \(strings.name(of: context))\n.Bl -tag -width Ds\n\(items.joined()).El\n"
    }.joined()
  }

  /// The fields of filters, what they are about and what stands behind them.
  static var fields: String {
    let items = FilterField.allCases.map { field in
      let (about, form) = (strings.filter.field(field), strings.filter.form(field.form))
      return ".It Li \(field.rawValue)\n\(sentence(about))\nIt wants \(escaped(form)).\n"
    }
    return ".Bl -tag -width Ds -compact\n\(items.joined()).El\n"
  }

  /// The marks of filters, and what they say of a show.
  static var marks: String {
    let items = FilterMark.allCases.map { ".It Li \($0.rawValue)\n\(sentence(strings.filter.mark($0)))\n" }
    return ".Bl -tag -width Ds -compact\n\(items.joined()).El\n"
  }

  /// Why nothing could be fetched: each code with the words of the screen.
  static var causes: String {
    let items = allCauses.map { ".It Li \($0.code)\n\(sentence(strings.message(for: $0)))\n" }
    return ".Bl -tag -width Ds -compact\n\(items.joined()).El\n"
  }

  /// One of each; a test compares it with the codes that there are.
  static let allCauses: [NetworkCause] = [
    .noName, .nameTimeout, .refused, .unreachable, .timedOut, .notYetValid, .insecure, .reset, .stalled, .tooSlow,
    .truncated, .busy(until: nil), .refusing(sentence: nil), .missing, .status(500), .badAnswer, .lying, .tooBig,
    .setAside(missing: 100), .disputed, .noRoom, .offline, .noRoute, .noDNS, .portal, .wrongClock, .tampering,
    .everythingFails, .other("something else, in words"),
  ]

  /// The options, with what may stand there and what holds otherwise.
  static var options: String {
    let items = Option.all.map { option in
      """
      .It Li \(option.name)
      \(sentence(option.meaning))
      It takes \(escaped(option.expected)).
      The default is
      .Li \(escaped(option.standard.description)) .

      """
    }
    return ".Bl -tag -width Ds\n\(items.joined()).El\n"
  }

  /// The actions that keys can ask for.
  static var actions: String {
    let items = Action.allCases.map { ".It Li \($0.rawValue)\n\(sentence(strings.meaning(of: $0)))\n" }
    return ".Bl -tag -width Ds -compact\n\(items.joined()).El\n"
  }

  /// `page` with `text` between the marks of `name`.
  static func replacing(_ name: String, in page: String, with text: String) -> String? {
    let (begin, end) = (".\\\" \(name): begin\n", ".\\\" \(name): end\n")
    guard let first = page.firstRange(of: begin), let last = page.firstRange(of: end) else { return nil }
    return page[..<first.upperBound] + text + page[last.lowerBound...]
  }

  private static func sentence(_ text: String) -> String {
    // mdoc wants each sentence on a line of its own.
    let text = escaped(text).replacing(". ", with: ".\n")
    let begin = text.prefix(1).uppercased() + text.dropFirst()
    return "\\&" + (begin.hasSuffix(".") ? begin : begin + ".")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("\"", with: "\\(dq").replacing("-", with: "\\-")
  }
}
