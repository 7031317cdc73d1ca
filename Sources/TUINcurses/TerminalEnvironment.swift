import CNcurses
import Glibc
import TUI

/// What the environment says about the terminal.
enum TerminalEnvironment {
  /// A variable's value; nil where it is missing or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Makes libc and ncurses read and write UTF-8, whatever the locale.
  static func useUTF8() {
    setlocale(LC_CTYPE, "")
    guard String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" else { return }
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil { return }
  }

  /// The colours that ncurses can show here.
  static var interfaceDepth: ColorDepth {
    if value("NO_COLOR") != nil { return .none }
    switch nc_colors() {
    case ..<8: return .none
    case ..<16: return .eight
    case ..<256: return .sixteen
    case 256: return .palette256
    default: return .trueColor
    }
  }

  /// The colours that the stage can show here: true ones where the terminal says so.
  static var stageDepth: ColorDepth {
    let depth = interfaceDepth
    let isTrueColor = ["truecolor", "24bit"].contains(value("COLORTERM"))
    return isTrueColor && depth >= .palette256 ? .trueColor : depth
  }
}
