/// How a terminal is asked to tell somebody something.
public enum TerminalNotification: Hashable, Sendable {
  /// `OSC 777 ; notify`, of rxvt-unicode: foot, Ghostty, WezTerm and the terminals that are made with VTE.
  case titled
  /// `OSC 9`, of iTerm2: kitty, Windows Terminal and most others; who does not know it ignores it.
  case plain
  /// The bell, where a sequence would be printed.
  case bell

  /// What fits the terminal that the variables tell of.
  public init(variables: (String) -> String?) {
    let type = variables("TERM") ?? ""
    let titled = ["foot", "rxvt", "ghostty", "wezterm"]
    if ["", "dumb", "linux"].contains(type) {
      self = .bell
    } else if titled.contains(where: type.contains) || variables("VTE_VERSION") != nil
      || variables("TERM_PROGRAM") == "WezTerm"
    {
      self = .titled
    } else {
      self = .plain
    }
  }

  /// What is written to the terminal; within tmux it is handed through to the one outside.
  public func sequence(title: String, text: String, isInTmux: Bool) -> String {
    let sequence =
      switch self {
      case .titled: "\u{1B}]777;notify;\(Self.harmless(title));\(Self.harmless(text))\u{7}"
      case .plain: "\u{1B}]9;\(Self.harmless(text.isEmpty ? title : "\(title): \(text)"))\u{7}"
      case .bell: ""
      }
    guard isInTmux, !sequence.isEmpty else { return sequence + "\u{7}" }
    return "\u{1B}Ptmux;\(sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\\u{7}"
  }

  /// `text` without what would end the sequence or its field.
  private static func harmless(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.properties.generalCategory != .control {
      kept.append(scalar == ";" ? "," : scalar)
    }
    return String(kept)
  }
}
