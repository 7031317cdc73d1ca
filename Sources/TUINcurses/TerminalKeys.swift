import CNcurses
import TUI

/// What terminfo knows of this terminal: for the decoder, and for the way out.
enum TerminalKeys {
  private static let names: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
    ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kich1", .insert), ("kcbt", .backTab), ("kent", .enter),
  ]

  /// The keys whose sequences begin with Escape; others are what they are.
  static func sequences() -> [[UInt8]: Key] {
    var keys: [[UInt8]: Key] = [:]
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    for (name, key) in names + functions {
      let bytes = capability(name)
      if bytes.count > 2, bytes[0] == 0x1B { keys[bytes] = key }
    }
    return keys
  }

  /// The bytes of a terminfo string without its delays; none where the terminal lacks it.
  static func capability(_ name: String) -> [UInt8] {
    // ncurses answers -1 where `name` is no string at all, which none of ours is.
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return [] }
    var bytes: [UInt8] = []
    var isDelay = false
    for byte in String(cString: text).utf8 {
      if byte == UInt8(ascii: "$") { isDelay = true }
      if !isDelay { bytes.append(byte) }
      if byte == UInt8(ascii: ">") { isDelay = false }
    }
    return bytes
  }
}
