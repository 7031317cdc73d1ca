/// A terminal, or what stands for one in a test.
///
/// It belongs to the thread that made it and is not `Sendable`, on purpose.
/// Other threads post to a mailbox, which wakes `waitForEvents`.
public protocol Backend {
  /// The size of the terminal.
  var size: Size { get }
  /// How many colours it shows in the interface.
  var colorDepth: ColorDepth { get }

  /// Shows `frame`; only what changed since the last one is sent.
  mutating func draw(_ frame: Frame)

  /// Waits for input and returns it, in order.
  ///
  /// Returns nothing when `timeout` milliseconds have passed (nil waits for ever) or
  /// when another thread woke it. After `.closed` nothing more will come.
  mutating func waitForEvents(timeout: Int?) -> [InputEvent]

  /// Gives the terminal to `body` (a pager, an editor), then takes it back and repaints all.
  mutating func suspend<Result>(_ body: () throws -> Result) rethrows -> Result

  /// Rings the bell.
  mutating func beep()

  /// How large a cell is, in pixels; nil where that is not told.
  var cellPixels: Size? { get }

  /// Asks which pixels the terminal shows; it answers with events, or with none where it is an odd one.
  mutating func askForPictures()
}

extension Backend {
  /// Not told.
  public var cellPixels: Size? { nil }

  /// Asks nobody.
  public mutating func askForPictures() {}
}
