import Glibc
import TUI

/// The way of the bytes from standard input to input events.
struct TerminalInput {
  /// What ended a wait.
  struct Outcome {
    var events: [InputEvent] = []
    var reasons: Set<WakePipe.Reason> = []
  }

  private var decoder: InputDecoder
  private let wake: WakePipe
  private var isClosed = false
  private var lastPress: (event: MouseEvent, at: Int)?
  private var bytes = [UInt8](repeating: 0, count: 16_384)

  private static let doublePressTime = 400

  init(terminalKeys: [[UInt8]: Key], wake: WakePipe) {
    decoder = InputDecoder(terminalKeys: terminalKeys)
    self.wake = wake
  }

  /// Waits for input, for a wake or for `timeout` milliseconds.
  mutating func wait(timeout: Int?) -> Outcome {
    guard !isClosed else { return Outcome(events: [.closed]) }
    let deadline = timeout.map { Self.now + $0 }
    while true {
      let left = deadline.map { max(0, $0 - Self.now) }
      let patience = [left, decoder.patience].compactMap(\.self).min()
      let outcome = wait(atMost: patience)
      if !outcome.events.isEmpty || !outcome.reasons.isEmpty { return outcome }
      if let deadline, Self.now >= deadline { return Outcome() }
    }
  }

  private mutating func wait(atMost milliseconds: Int?) -> Outcome {
    var waits = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&waits, 2, Int32(clamping: milliseconds ?? -1))
    // A signal's handler has written to the pipe: the next round finds it there.
    guard ready >= 0 else { return Outcome() }
    guard ready > 0 else { return Outcome(events: decoder.expire()) }
    var outcome = Outcome()
    if waits[1].revents != 0 { outcome.reasons = wake.drain() }
    if waits[0].revents != 0 { outcome.events = readInput() }
    return outcome
  }

  private mutating func readInput() -> [InputEvent] {
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 { return decoder.decode(bytes[..<count]).map { countingPresses($0) } }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    isClosed = true
    return [.closed]
  }

  /// Makes the second of two quick presses on one cell a double press.
  private mutating func countingPresses(_ event: InputEvent) -> InputEvent {
    guard case .mouse(var press) = event, press.kind == .press else { return event }
    let now = Self.now
    guard let last = lastPress, last.event == press, now - last.at <= Self.doublePressTime else {
      lastPress = (press, now)
      return event
    }
    lastPress = nil
    press.kind = .doublePress
    return .mouse(press)
  }

  /// Milliseconds of a clock that only goes forward.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
