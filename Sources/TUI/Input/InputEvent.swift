/// What a person does at the terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted: typed into a field, never run as keys.
  case paste(String)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// The terminal has a new size.
  case resize(Size)
  /// The program continues after Ctrl-Z.
  case resumed
  /// The terminal told what it can do, having been asked.
  case answer(TerminalAnswer)
  /// The terminal is gone; nothing more will come.
  case closed
}

/// A key with its modifiers.
public enum Key: Hashable, Sendable {
  /// A printable character, as the keyboard or input method gave it.
  case character(Character)
  /// A letter with Ctrl, in lower case: `.control("r")`.
  case control(Character)
  /// A character with Alt; Backspace with Alt is `.alt("\u{7F}")`.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
}

/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// The cell under the pointer.
  public var position: Position
  /// What it did there.
  public var kind: Kind

  /// A mouse event.
  public init(position: Position, kind: Kind) {
    self.position = position
    self.kind = kind
  }

  /// What a mouse can do.
  public enum Kind: Hashable, Sendable {
    case press, doublePress, scrollUp, scrollDown
  }
}
