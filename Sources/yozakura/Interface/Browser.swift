internal import App
internal import Glibc
internal import Locking

/// Opens addresses in the browser of `$BROWSER`, else of the desktop.
enum Browser {
  /// The commands to try, each with its arguments; `%s` stands for the address.
  private static func commands(for url: String) -> [[String]] {
    let wanted = (Environment["BROWSER"] ?? "xdg-open").split(separator: ":")
    return wanted.map { command in
      var words = command.split(separator: " ").map(String.init)
      if words.contains(where: { $0.contains("%s") }) {
        words = words.map { $0.replacing("%s", with: url) }
      } else {
        words.append(url)
      }
      return words
    }
  }

  /// Whether the browser draws in this terminal.
  static var wantsTerminal: Bool {
    let known: Set = ["w3m", "lynx", "links", "links2", "elinks", "browsh", "chawan", "cha"]
    let first = Environment["BROWSER"]?.split(separator: ":").first?.split(separator: " ").first
    return first?.split(separator: "/").last.map { known.contains(String($0)) } ?? false
  }

  /// Starts a browser beside the program, with nothing to write to; why not, where it could not be started.
  static func open(_ url: String) -> App.Failure? {
    // Those that have ended since are let go.
    started.withLock { $0.removeAll { waitpid($0, nil, WNOHANG) != 0 } }
    for words in commands(for: url) {
      guard let process = OtherProgram.start(words, isQuiet: true) else { continue }
      started.withLock { $0.append(process) }
      return nil
    }
    return .noBrowser(url: url)
  }

  private static let started = Lock<[pid_t]>([])

  /// Runs a browser in the terminal and waits for its end.
  static func runInTerminal(_ url: String) -> App.Failure? {
    for words in commands(for: url) {
      guard let process = OtherProgram.start(words, isQuiet: false) else { continue }
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return nil
    }
    return .noBrowser(url: url)
  }
}
