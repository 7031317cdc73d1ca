internal import App

/// What notifications go through: the user's command, else the desktop's notify-send, else the terminal.
struct Notifier {
  /// For how many seconds a program may think about a notification.
  private static let patience = 10

  /// The user's command; nil where there is none.
  let command: CommandTemplate?

  /// Sends `notification`. Why it could not be sent, as a sentence; nil where it was.
  func send(_ notification: Notification) -> String? {
    guard let command else { return sendToDesktop(notification) }
    let words = command.arguments(notification.all)
    switch OtherProgram.run(words, within: Self.patience) {
    case .done: return nil
    case .missing: return "notify.command: `\(words[0])` cannot be started."
    case .failed: return "notify.command: `\(words[0])` failed."
    case .hung: return "notify.command: `\(words[0])` took longer than \(Self.patience) s and was ended."
    }
  }

  private func sendToDesktop(_ notification: Notification) -> String? {
    let all = notification.all
    let words = ["notify-send", "--app-name=Yozakura", "--", all[.title] ?? "", Self.escaped(all[.text] ?? "")]
    if Self.hasDesktop, OtherProgram.run(words, within: Self.patience) == .done { return nil }
    return sendToTerminal(notification)
      ? nil : "Nobody can be notified: notify-send does not answer, and there is no terminal; see notify.command."
  }

  /// Whether there is somebody to show a notification; without, notify-send would wait for one.
  private static var hasDesktop: Bool {
    ["DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"].contains { Environment[$0] != nil }
  }

  private func sendToTerminal(_ notification: Notification) -> Bool {
    guard Standard.talkIsTerminal else { return false }
    let all = notification.all
    let sequence = TerminalNotification { Environment[$0] }
      .sequence(title: all[.title] ?? "", text: all[.text] ?? "", isInTmux: Environment["TMUX"] != nil)
    Standard.talk(sequence)
    return true
  }

  /// `text` without markup: what shows notifications reads a part of HTML.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
