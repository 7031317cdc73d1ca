/// Which key sends what, at xterm, the Linux console, rxvt and those like them.
enum KeySequences {
  /// The key of a control byte.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: nil
    }
  }

  /// The key of the byte after ESC O.
  static func single(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x4D: .enter
    case 0x50...0x53: .function(Int(byte) - 0x4F)
    // The numeric keypad in application mode: * + , - . / 0 … 9.
    case 0x6A...0x79: .character(Character(Unicode.Scalar(byte - 0x40)))
    default: letter(byte)
    }
  }

  /// The key of the last byte of ESC [ or ESC O; lower case with modifiers in rxvt.
  static func letter(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x41, 0x61: .up
    case 0x42, 0x62: .down
    case 0x43, 0x63: .right
    case 0x44, 0x64: .left
    case 0x46: .end
    case 0x48: .home
    case 0x5A: .backTab
    case 0x50...0x53: .function(Int(byte) - 0x4F)
    default: nil
    }
  }

  /// The key of the number before `~`.
  static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }
}

/// A whole `ESC [ … final`.
struct ControlSequence {
  private let marker: UInt8?
  /// The numbers, each with those after its colons.
  private let parameters: [[Int]]
  private let final: UInt8

  /// Reads what stands between `ESC [` and `final`; nil for what no key sends.
  init?(_ bytes: [UInt8], final: UInt8) {
    let hasMarker = bytes.first.map { (0x3C...0x3F).contains($0) } ?? false
    marker = hasMarker ? bytes[0] : nil
    let numbers = bytes.dropFirst(hasMarker ? 1 : 0)
    // rxvt ends with $ ^ @ where modifiers are held: other bytes than digits and separators mean nothing here.
    guard numbers.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    parameters = numbers.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
      part.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.number)
    }
    self.final = final
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { min(0xFF_FFFF, $0 * 10 + Int($1) - 0x30) }
  }

  private func parameter(_ index: Int) -> Int? {
    index < parameters.count ? parameters[index].first : nil
  }

  /// What the person did, or what the terminal answered; nil for answers that nobody asked for, and released keys.
  var event: InputEvent? {
    if marker == 0x3C { return mouse.map(InputEvent.mouse) }
    // Primary device attributes: the level first, then what there is.
    if marker == 0x3F, final == 0x63 { return .answer(.attributes(parameters.dropFirst().compactMap(\.first))) }
    guard marker == nil, !isRelease else { return nil }
    return key.map(InputEvent.key)
  }

  /// Whether a key went up (kitty's protocol: `modifiers:3`).
  private var isRelease: Bool {
    parameters.count > 1 && parameters[1].count > 1 && parameters[1][1] == 3
  }

  private var key: Key? {
    switch final {
    case 0x7E where parameter(0) == 27: return parameter(2).flatMap { Self.key(code: $0, modifiers: parameter(1)) }
    case 0x7E: return parameter(0).flatMap(KeySequences.numbered)
    case 0x75: return parameter(0).flatMap { Self.key(code: $0, modifiers: parameter(1)) }
    // ESC [ 5 ; 10 R is where the cursor stands; F3 has a 1 before its modifiers.
    case 0x52 where parameter(0) != nil && parameter(0) != 1: return nil
    default: return KeySequences.letter(final)
    }
  }

  /// The key of a code point with xterm's modifiers (1 + shift 1, alt 2, control 4).
  private static func key(code: Int, modifiers: Int?) -> Key? {
    let held = max(0, (modifiers ?? 1) - 1)
    switch code {
    case 9: return held & 1 == 0 ? .tab : .backTab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return held & 2 == 0 ? .backspace : .alt("\u{7F}")
    default:
      // Kitty's codes of keys without a character lie in the private use area.
      guard code >= 0x20, !(0xE000...0xF8FF).contains(code), let scalar = Unicode.Scalar(UInt32(code)) else {
        return nil
      }
      let character = Character(scalar)
      if held & 4 != 0 { return .control(Character(character.lowercased())) }
      return held & 2 != 0 ? .alt(character) : .character(character)
    }
  }

  private var mouse: MouseEvent? {
    guard final == 0x4D, let button = parameter(0), let column = parameter(1), let row = parameter(2) else {
      return nil
    }
    let position = Position(column: max(0, column - 1), row: max(0, row - 1))
    switch button & ~0x1C {
    case 0: return MouseEvent(position: position, kind: .press)
    case 64: return MouseEvent(position: position, kind: .scrollUp)
    case 65: return MouseEvent(position: position, kind: .scrollDown)
    default: return nil
    }
  }
}
