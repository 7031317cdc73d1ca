import Anime

extension Option {
  /// How somebody is told of new episodes.
  static let notify: [Option] = [
    Option(
      "notify.command", expected: "\"\", \"notify-send -a Yozakura {title} {text}\"",
      """
      The program that `new --notify` starts for each notification. The line is split into words as a shell splits it and \
      then filled in: \(CommandTemplate.Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")). No shell is \
      asked; where you name one, hand places to its script as arguments, since none may stand inside it. Where it is \
      empty, notify-send is started, else the terminal is asked.
      """
    ) {
      .string($0.notifyCommand?.text ?? "")
    } write: { configuration, value in
      guard case .string(let text) = value else { return false }
      let command = CommandTemplate(text)
      guard command != nil || text.isEmpty else { return false }
      configuration.notifyCommand = command
      return true
    },
    Option(
      "notify.quiet", expected: "\"\", \"23:00-07:00\"",
      """
      The hours of your zone in which nobody is notified. What came meanwhile is told in one notification by the first \
      `new --notify` after them; what is printed does not wait.
      """
    ) {
      .string($0.quietHours?.description ?? "")
    } write: { configuration, value in
      guard case .string(let text) = value else { return false }
      let hours = QuietHours(text)
      guard hours != nil || text.isEmpty else { return false }
      configuration.quietHours = hours
      return true
    },
  ]
}
