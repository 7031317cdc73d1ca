import CNcurses
import CSystem
import Glibc
public import TUI

/// The real terminal: ncurses for the interface, `CellPainter` for the stage.
///
/// Make it inside `UIThread.run` and use it there alone; there is one at a
/// time. `close` (or the end of the program, however it comes) leaves the
/// terminal as it was.
///
/// Keys are read and decoded by us: ncurses would hand out the parts of a
/// sequence that comes late as keys. The stage is painted past ncurses, which
/// needs six times the time for it, inside synchronised output and between
/// saving and restoring cursor and pen, so that ncurses finds what it left.
public final class NcursesBackend: Backend {
  /// The size of the terminal.
  public private(set) var size: Size
  /// How many colours it shows in the interface.
  public let colorDepth: ColorDepth
  /// How many colours it shows on the stage.
  public let stageDepth: ColorDepth
  /// How many bytes the last frame's stage took.
  public private(set) var stageBytes = 0

  private let wake: WakePipe
  private let usesMouse: Bool
  private let interface: InterfacePainter
  private let fillsCorner: Bool
  private var input: TerminalInput
  private let screen: OpaquePointer
  private var shown: Frame?
  private var isOpen = false

  /// Opens the terminal of standard input and output.
  public init(wake: WakePipe, usesMouse: Bool = true) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    TerminalEnvironment.useUTF8()
    TerminalGuard.install(wake: wake)
    screen = try Self.openScreen()
    self.wake = wake
    self.usesMouse = usesMouse
    size = Size(columns: Int(nc_columns()), rows: Int(nc_rows()))
    colorDepth = TerminalEnvironment.interfaceDepth
    stageDepth = TerminalEnvironment.stageDepth
    interface = InterfacePainter(depth: colorDepth)
    fillsCorner = InterfacePainter.canFillCorner
    input = TerminalInput(terminalKeys: TerminalKeys.sequences(), wake: wake)
    enter()
  }

  deinit { close() }

  /// Gives the terminal back. Nothing else may be called after it.
  public func close() {
    guard isOpen else { return }
    leave()
    TerminalGuard.uninstall()
    delscreen(screen)
  }

  /// Shows `frame`; only what changed since the last one is sent.
  public func draw(_ frame: Frame) {
    guard isOpen, frame.buffer.size == size else { return }
    let runs = changes(to: frame)
    let ours = Ownership(frame)
    var painter = CellPainter(depth: stageDepth)
    var endangeredRow: Int?
    for run in runs {
      interface.paint(frame.buffer, row: run.row, columns: run.columns) { ours.holds(column: $0, row: run.row) }
      if run.row != endangeredRow, !ours.holdsAll(of: run) {
        endangeredRow = run.row
        for columns in ours.endangeredParts(ofRow: run.row) {
          painter.paint(frame.buffer, row: run.row, columns: columns)
        }
      }
      for columns in ours.parts(of: run) { painter.paint(frame.buffer, row: run.row, columns: columns) }
    }
    if fillsCorner {
      let corner = InterfacePainter.corner(of: frame.buffer)
      if runs.contains(where: { $0.row == corner.row && $0.columns.overlaps(corner.columns) }) {
        painter.paint(frame.buffer, row: corner.row, columns: corner.columns)
      }
    }
    let stageBytes = painter.bytes + PicturePass(frame, after: shown, depth: stageDepth).bytes(painting: runs)
    self.stageBytes = stageBytes.count
    // Nothing changed for the eye: say nothing, so that an idle screen is idle.
    guard !runs.isEmpty || !stageBytes.isEmpty || shown?.cursor != frame.cursor else { return }
    TerminalOutput.write("\u{1B}[?2026h")
    refresh(cursor: frame.cursor)
    let stage = stageBytes.isEmpty ? [] : Array("\u{1B}7".utf8) + stageBytes + Array("\u{1B}8".utf8)
    TerminalOutput.write(stage + Array("\u{1B}[?2026l".utf8))
    shown = frame
  }

  /// The signal that asked the program to end, by which it has to end once it has left; nil where none did.
  public var endingSignal: Int32? { TerminalGuard.endingSignal }

  /// Waits for input and returns it, in order; see `Backend`.
  ///
  /// A signal that asks the program to end is told as a terminal that was closed.
  public func waitForEvents(timeout: Int?) -> [InputEvent] {
    guard endingSignal == nil else { return [.closed] }
    let outcome = input.wait(timeout: timeout)
    var events = outcome.events
    if events.contains(.key(.control("z"))) || outcome.reasons.contains(.stop) {
      events.removeAll { $0 == .key(.control("z")) }
      stop()
      events.append(.resumed)
    } else if outcome.reasons.contains(.continued) {
      // Stopped by SIGSTOP: whoever had the terminal meanwhile left it otherwise.
      leave()
      enter()
      events.append(.resumed)
    }
    if let size = adoptWindowSize() { events.append(.resize(size)) }
    if endingSignal != nil { events.append(.closed) }
    return events
  }

  /// Gives the terminal to `body` (a pager, an editor), then takes it back and repaints all.
  public func suspend<Result>(_ body: () throws -> Result) rethrows -> Result {
    leave()
    defer { enter() }
    return try TerminalGuard.leavingKeyboardToChild(body)
  }

  /// Asks the terminal which pixels it shows; it answers with events, or with none where it is an odd one.
  public func askForPictures() { TerminalOutput.write(TerminalAnswer.request) }

  /// How large a cell is, in pixels; nil where the terminal does not tell.
  public var cellPixels: Size? {
    var window = winsize()
    guard sys_window_size(STDOUT_FILENO, &window) == 0, window.ws_xpixel > 0, window.ws_ypixel > 0 else { return nil }
    return Size(
      columns: Int(window.ws_xpixel) / max(1, Int(window.ws_col)),
      rows: Int(window.ws_ypixel) / max(1, Int(window.ws_row)))
  }

  /// Rings the bell.
  public func beep() { _ = CNcurses.beep() }
}

// MARK: Opening and closing

extension NcursesBackend {
  private static func openScreen() throws(TerminalError) -> OpaquePointer {
    let type = TerminalEnvironment.value("TERM") ?? "unknown"
    // Not initscr: it ends the program where it does not know the terminal.
    guard let screen = newterm(type, nc_stdout(), nc_stdin()) else {
      TerminalGuard.uninstall()
      throw .unknownTerminal(type)
    }
    guard !TerminalKeys.capability("cup").isEmpty else {
      endwin()
      TerminalGuard.uninstall()
      throw .incapableTerminal(type)
    }
    raw()
    noecho()
    nonl()
    // Waiting keys must not cut a frame short, and shifted rows would take the stage with them.
    typeahead(-1)
    idcok(nc_stdscr(), false)
    // Not nc_colors(): it is 0 until start_color.
    if has_colors() {
      start_color()
      use_default_colors()
    }
    return screen
  }

  /// The modes that ncurses does not know: pasted text is marked, the mouse reports.
  private var modes: [Int] { [2004] + (usesMouse ? [1000, 1006] : []) }

  /// Takes the terminal, for the first time or again.
  private func enter() {
    var restoring = Array("\u{1B}[?2026l".utf8)
    for mode in modes { restoring += Array("\u{1B}[?\(mode)l".utf8) }
    restoring += Array("\u{1B}[0m".utf8)
    for name in ["rmkx", "cnorm", "rmcup"] { restoring += TerminalKeys.capability(name) }
    TerminalGuard.activate(restoring: restoring)
    isOpen = true
    shown = nil
    clearok(nc_curscr(), true)
    _ = wrefresh(nc_stdscr())
    // endwin turns it off, and only reading through ncurses would turn it on again.
    keypad(nc_stdscr(), true)
    TerminalOutput.write(modes.map { "\u{1B}[?\($0)h" }.joined())
  }

  /// Gives the terminal back for a while, or for good.
  private func leave() {
    removePicture()
    TerminalOutput.write("\u{1B}[?2026l" + modes.map { "\u{1B}[?\($0)l" }.joined())
    curs_set(1)
    endwin()
    TerminalGuard.deactivate()
    isOpen = false
  }

  /// Takes the picture away that no later frame would know of.
  private func removePicture() {
    guard let picture = shown?.picture else { return }
    TerminalOutput.write(picture.removal)
  }

  /// Stops the program as the shell's job, until it is continued.
  private func stop() {
    leave()
    TerminalGuard.stopJob(wake: wake)
    enter()
  }

  /// Asks the terminal for its size and tells ncurses; nil where nothing changed.
  private func adoptWindowSize() -> Size? {
    var window = winsize()
    guard sys_window_size(STDOUT_FILENO, &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
    let new = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    guard new != size else { return nil }
    resize_term(Int32(new.rows), Int32(new.columns))
    clearok(nc_curscr(), true)
    size = new
    removePicture()
    shown = nil
    return new
  }
}

// MARK: Drawing

extension NcursesBackend {
  /// What must be drawn: all of it at first, and where another part of the screen is the stage.
  private func changes(to frame: Frame) -> [BufferDiff.Run] {
    let all = { (0..<frame.buffer.size.rows).map { BufferDiff.Run(row: $0, columns: 0..<frame.buffer.size.columns) } }
    guard let shown, shown.stage == frame.stage, shown.buffer.ambiguity == frame.buffer.ambiguity,
      !PicturePass(frame, after: shown, depth: stageDepth).uncoversCells
    else { return all() }
    return BufferDiff(from: shown.buffer, to: frame.buffer).runs
  }

  private func refresh(cursor: Position?) {
    curs_set(cursor == nil ? 0 : 1)
    if let cursor { wmove(nc_stdscr(), Int32(cursor.row), Int32(cursor.column)) }
    wnoutrefresh(nc_stdscr())
    doupdate()
  }
}
