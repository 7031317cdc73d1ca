/// Why there is no screen to draw on.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is no terminal.
  case notATerminal
  /// terminfo has no entry for this `TERM`.
  case unknownTerminal(String)
  /// The terminal of this `TERM` cannot place its cursor.
  case incapableTerminal(String)
}
