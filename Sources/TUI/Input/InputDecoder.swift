/// Turns a terminal's bytes into input, however they are split.
///
/// A half-typed sequence never acts as a key: what begins like one is
/// swallowed to its end, or until nothing came for `patience`. The one
/// exception is the Escape key, which is told from a sequence by time alone.
///
///     var decoder = InputDecoder()
///     decoder.decode([0x1B, 0x5B])      // []         ESC [
///     decoder.decode([0x41])            // [.key(.up)]        A
public struct InputDecoder: Sendable {
  private enum State: Hashable {
    case ground
    case character([UInt8], length: Int, isAlt: Bool)
    case escape
    /// After ESC O.
    case single([UInt8])
    /// After ESC [.
    case control([UInt8])
    /// Inside an answer of the terminal, up to BEL or ESC \, with what it began with: the byte after ESC, then its own.
    case string([UInt8], sawEscape: Bool)
    /// Inside an old mouse report, or a function key of the Linux console.
    case discarding(Int)
    case consoleFunction
    case paste(ended: Int)
  }

  private var state = State.ground
  private var isAfterExpiredEscape = false
  private var pasted: [UInt8] = []
  private let terminalKeys: [[UInt8]: Key]

  /// A pasted text longer than this is cut.
  public static let pasteLimit = 1 << 20
  private static let sequenceLimit = 64
  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// A decoder that knows xterm's sequences, and those of `terminalKeys` (terminfo's) before them.
  public init(terminalKeys: [[UInt8]: Key] = [:]) {
    self.terminalKeys = terminalKeys
  }

  /// The milliseconds without input after which `expire` is due; nil where nothing is pending.
  public var patience: Int? {
    switch state {
    case .ground, .paste: nil
    case .escape: 30
    default: 500
    }
  }

  /// Takes bytes and returns the input that they complete.
  public mutating func decode(_ bytes: some Collection<UInt8>) -> [InputEvent] {
    var events: [InputEvent] = []
    resumeExpiredEscape(with: bytes)
    for byte in bytes { take(byte, into: &events) }
    return events
  }

  /// Gives up waiting for the rest of a sequence.
  public mutating func expire() -> [InputEvent] {
    defer { if patience != nil { state = .ground } }
    guard state == .escape else { return [] }
    isAfterExpiredEscape = true
    return [.key(.escape)]
  }

  /// Nobody types `[A` at once: over a slow line it is the rest of a sequence whose ESC came too early.
  private mutating func resumeExpiredEscape(with bytes: some Collection<UInt8>) {
    guard isAfterExpiredEscape, let first = bytes.first, let last = Array(bytes.dropFirst()).last else {
      if !bytes.isEmpty { isAfterExpiredEscape = false }
      return
    }
    isAfterExpiredEscape = false
    let middle = bytes.dropFirst().prefix(bytes.count - 2)
    let isControl = first == 0x5B && middle.allSatisfy { (0x30...0x3F).contains($0) } && (0x40...0x7E).contains(last)
    let isSingle = first == 0x4F && middle.isEmpty && (0x41...0x53).contains(last)
    if isControl || isSingle { state = .escape }
  }

  private mutating func take(_ byte: UInt8, into events: inout [InputEvent]) {
    switch state {
    case .ground: begin(byte, isAlt: false, into: &events)
    case .character(let bytes, let length, let isAlt):
      continueCharacter(bytes, length: length, isAlt: isAlt, with: byte, into: &events)
    case .escape: takeAfterEscape(byte, into: &events)
    case .single(let bytes): takeSequence(bytes, .single, byte, into: &events)
    case .control(let bytes): takeSequence(bytes, .control, byte, into: &events)
    case .string(let bytes, let sawEscape): takeInString(bytes, byte, sawEscape: sawEscape, into: &events)
    case .discarding(let count): state = count > 1 ? .discarding(count - 1) : .ground
    case .consoleFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { events.append(.key(.function(Int(byte) - 0x40))) }
    case .paste(let ended): takePasted(byte, ended: ended, into: &events)
    }
  }
}

// MARK: Characters

extension InputDecoder {
  private mutating func begin(_ byte: UInt8, isAlt: Bool, into events: inout [InputEvent]) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x20..<0x7F: emit(Unicode.Scalar(byte), isAlt: isAlt, into: &events)
    case 0xC2..<0xE0: state = .character([byte], length: 2, isAlt: isAlt)
    case 0xE0..<0xF0: state = .character([byte], length: 3, isAlt: isAlt)
    case 0xF0..<0xF5: state = .character([byte], length: 4, isAlt: isAlt)
    default: if let key = KeySequences.control(byte) { events.append(.key(key)) }
    }
  }

  private mutating func continueCharacter(
    _ bytes: [UInt8], length: Int, isAlt: Bool, with byte: UInt8, into events: inout [InputEvent]
  ) {
    guard byte & 0xC0 == 0x80 else { return begin(byte, isAlt: false, into: &events) }
    let bytes = bytes + [byte]
    guard bytes.count == length else {
      state = .character(bytes, length: length, isAlt: isAlt)
      return
    }
    state = .ground
    guard let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first else { return }
    if scalar.value >= 0xA0 { emit(scalar, isAlt: isAlt, into: &events) }
  }

  private func emit(_ scalar: Unicode.Scalar, isAlt: Bool, into events: inout [InputEvent]) {
    events.append(.key(isAlt ? .alt(Character(scalar)) : .character(Character(scalar))))
  }
}

// MARK: Sequences

extension InputDecoder {
  private enum Kind { case single, control }

  private mutating func takeAfterEscape(_ byte: UInt8, into events: inout [InputEvent]) {
    switch byte {
    case 0x4F: state = .single([])
    case 0x5B: state = .control([])
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string([byte], sawEscape: false)
    case 0x7F:
      state = .ground
      events.append(.key(.alt("\u{7F}")))
    case ..<0x20:
      // Escape, then another key, in one read.
      events.append(.key(.escape))
      begin(byte, isAlt: false, into: &events)
    default: begin(byte, isAlt: true, into: &events)
    }
  }

  private mutating func takeSequence(
    _ bytes: [UInt8], _ kind: Kind, _ byte: UInt8, into events: inout [InputEvent]
  ) {
    switch byte {
    case 0x20...0x3F:
      // Over the limit nothing can be meant, but the rest must still not act as keys.
      let bytes = bytes.count < Self.sequenceLimit ? bytes + [byte] : bytes
      state = kind == .single ? .single(bytes) : .control(bytes)
    case 0x40...0x7E: finish(bytes, kind, final: byte, into: &events)
    default: begin(byte, isAlt: false, into: &events)
    }
  }

  private mutating func finish(_ bytes: [UInt8], _ kind: Kind, final: UInt8, into events: inout [InputEvent]) {
    state = .ground
    let introducer: [UInt8] = kind == .single ? [0x1B, 0x4F] : [0x1B, 0x5B]
    if let key = terminalKeys[introducer + bytes + [final]] {
      events.append(.key(key))
    } else if kind == .single {
      if let key = KeySequences.single(final) { events.append(.key(key)) }
    } else if bytes.isEmpty, final == 0x5B {
      state = .consoleFunction
    } else if bytes.isEmpty, final == 0x4D {
      state = .discarding(3)
    } else if final == 0x7E, bytes == [0x32, 0x30, 0x30] {
      state = .paste(ended: 0)
    } else if let event = ControlSequence(bytes, final: final)?.event {
      events.append(event)
    }
  }

  private mutating func takeInString(
    _ bytes: [UInt8], _ byte: UInt8, sawEscape: Bool, into events: inout [InputEvent]
  ) {
    switch byte {
    case 0x18, 0x1A: state = .ground
    case 0x07,
      0x5C where byte == 0x07 || sawEscape:
      state = .ground
      if let answer = TerminalAnswer(string: bytes) { events.append(.answer(answer)) }
    case 0x1B: state = .string(bytes, sawEscape: true)
    default: state = .string(bytes.count < Self.sequenceLimit ? bytes + [byte] : bytes, sawEscape: false)
    }
  }
}

// MARK: Pasted text

extension InputDecoder {
  private mutating func takePasted(_ byte: UInt8, ended: Int, into events: inout [InputEvent]) {
    if pasted.count < Self.pasteLimit + Self.pasteEnd.count { pasted.append(byte) }
    let matched = byte == Self.pasteEnd[ended] ? ended + 1 : byte == Self.pasteEnd[0] ? 1 : 0
    state = .paste(ended: matched % Self.pasteEnd.count)
    guard matched == Self.pasteEnd.count else { return }
    state = .ground
    if pasted.ends(with: Self.pasteEnd) { pasted.removeLast(Self.pasteEnd.count) }
    events.append(.paste(Self.text(pasted.prefix(Self.pasteLimit))))
    pasted = []
  }

  /// The text of pasted bytes, with `\n` for each line break and no other control but tabs.
  private static func text(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }.filter { !$0.isControl })
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}

extension Character {
  fileprivate var isControl: Bool {
    guard self != "\n", self != "\t", let scalar = unicodeScalars.first else { return false }
    return scalar.properties.generalCategory == .control
  }
}
