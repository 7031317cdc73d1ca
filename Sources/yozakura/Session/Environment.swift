internal import Glibc

/// The variables that the program was started with.
enum Environment {
  /// The value of `name`; nil where it is not set or empty, which the XDG specification and NO_COLOR treat alike.
  static subscript(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The locale of messages, as POSIX orders the variables.
  static var locale: String {
    self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] ?? "C"
  }
}
