internal import Glibc

/// The arguments as the system gave them, before they became text.
enum ArgumentBytes {
  /// Whether `text` is what became of the name of a file that is there and is not UTF-8: no text can name that.
  static func isBrokenName(_ text: String) -> Bool {
    guard text.contains("\u{FFFD}") else { return false }
    return (0..<Int(CommandLine.argc)).contains { index in
      guard let argument = CommandLine.unsafeArgv[index], String(validatingCString: argument) == nil else {
        return false
      }
      return String(cString: argument) == text && access(argument, F_OK) == 0
    }
  }
}
