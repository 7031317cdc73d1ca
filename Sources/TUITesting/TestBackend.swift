public import TUI

/// A terminal for tests: it plays a script of input and keeps what was drawn.
///
///     let backend = TestBackend(size: Size(columns: 80, rows: 24), script: [[.key(.character("j"))], [.key(.enter)]])
///
/// When the script has ended the terminal is gone (`.closed`).
public final class TestBackend: Backend {
  /// The size; a `.resize` in the script changes it.
  public private(set) var size: Size
  /// How many colours it claims to show.
  public let colorDepth: ColorDepth
  /// All frames, the first first.
  public private(set) var frames: [Frame] = []
  /// How often it rang.
  public private(set) var beeps = 0
  /// How often the terminal was given away.
  public private(set) var suspensions = 0

  private var script: [[InputEvent]]

  /// A terminal of `size` on which `script` is typed, one batch at a time.
  public init(size: Size, script: [[InputEvent]] = [], colorDepth: ColorDepth = .palette256) {
    self.size = size
    self.script = script.reversed()
    self.colorDepth = colorDepth
  }

  /// The last frame.
  public var frame: Frame? { frames.last }

  /// The last frame's text.
  public var picture: String { frame.map { ScreenPicture($0.buffer).text } ?? "" }

  /// Adds a batch of input to the end of the script.
  public func type(_ events: [InputEvent]) { script.insert(events, at: 0) }

  /// Adds each character of `text` as a key, in one batch.
  public func type(_ text: String) { type(text.map { .key(.character($0)) }) }

  /// Keeps `frame`.
  public func draw(_ frame: Frame) { frames.append(frame) }

  /// The next batch of the script.
  public func waitForEvents(timeout: Int?) -> [InputEvent] {
    guard let batch = script.popLast() else { return [.closed] }
    for case .resize(let size) in batch { self.size = size }
    return batch
  }

  /// Counts, and runs `body`.
  public func suspend<Result>(_ body: () throws -> Result) rethrows -> Result {
    suspensions += 1
    return try body()
  }

  /// Counts.
  public func beep() { beeps += 1 }
}
