internal import CSystem
internal import Glibc
internal import TUI

/// What the terminal is and shows.
struct TerminalChecks {
  /// Whether the terminal may be asked how wide it draws.
  let probes: Bool

  var all: [Check] {
    [terminal, locale, colours, width].compactMap(\.self)
  }

  private var terminal: Check {
    let name = Environment["TERM"] ?? ""
    guard Standard.isInteractive else {
      return .good("terminal", "none here: the commands work, the interface needs one")
    }
    var size = winsize()
    guard sys_window_size(STDOUT_FILENO, &size) == 0, size.ws_col > 0 else {
      return .warning("terminal", "\(name), of unknown size", "The interface will take it for 80×24.")
    }
    let text = "\(name), \(size.ws_col)×\(size.ws_row)"
    if name.isEmpty || name == "dumb" {
      return .bad("terminal", "TERM is “\(name)”", "Set TERM to what your terminal is, such as xterm-256color.")
    }
    guard size.ws_col >= 40, size.ws_row >= 12 else {
      return .warning("terminal", text, "The interface wants 40×12 at least, and is at home from 80×24.")
    }
    return .good("terminal", text)
  }

  private var locale: Check {
    setlocale(LC_CTYPE, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    let name = Environment.locale
    guard codeset != "UTF-8" else { return .good("locale", "\(name), UTF-8") }
    return .warning(
      "locale", "\(name), \(codeset)", "Everything is written in UTF-8 all the same; LANG=C.UTF-8 says so to others.")
  }

  private var colours: Check {
    if Environment["NO_COLOR"] != nil { return .good("colours", "none, as NO_COLOR asks") }
    let terminal = Environment["TERM"] ?? ""
    if ["truecolor", "24bit"].contains(Environment["COLORTERM"]) || terminal.hasSuffix("-direct") {
      return .good("colours", "16 million")
    }
    if terminal.contains("256") { return .good("colours", "256; the stage has more where COLORTERM is truecolor") }
    return .good("colours", "16 or fewer; more where TERM is such as xterm-256color")
  }

  /// Draws what terminals disagree on and asks where the cursor went.
  private var width: Check? {
    guard probes, Standard.isInteractive, let probe = TerminalProbe() else { return nil }
    let samples = ["夜桜", "●", "…", "╭", "❤", "½"]
    var different: [String] = []
    for sample in samples {
      guard let drawn = probe.width(of: sample) else {
        return .warning("width", "the terminal does not say where its cursor is", "Lists may not line up.")
      }
      let expected = TextWidth.of(sample)
      if drawn != expected { different.append("\(sample) takes \(drawn) cells, not \(expected)") }
    }
    guard !different.isEmpty else { return .good("width", "as expected: \(samples.joined(separator: " "))") }
    return .warning(
      "width", different.joined(separator: ", "), "Set ui.ambiguous = 2 in config.toml; marks and boxes become ASCII.")
  }
}
