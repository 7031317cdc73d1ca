import CSystem
import Glibc

/// Leaves the terminal as it was, whatever ends the program.
///
/// While the interface is open, signals that ask the program to end are heard
/// by the UI thread, which leaves as by a key: what was watched is written
/// down first. Where it does not come to that, and for crashes, the handlers
/// write the restoring sequence and the terminal's old modes, then do what
/// the signal always does. They call nothing but what POSIX allows in one:
/// `write`, `tcsetattr`, `sigaction`, `raise`, `alarm`.
enum TerminalGuard {
  /// What the handlers need; they may look at it at any moment.
  private struct State {
    var isActive = false
    var restoring: UnsafeMutableBufferPointer<UInt8> = .init(start: nil, count: 0)
    var modes = termios()
    var wakeEnd: Int32 = -1
    var thread = pthread_self()
    var endingSignal: Int32 = 0
  }

  // Safe to share: written only by the UI thread while `isActive` is false or
  // no handler is installed; a handler reads it and never returns to use it.
  // `endingSignal` is one word, written by handlers alone.
  nonisolated(unsafe) private static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    return state
  }()

  private static let ending = [SIGTERM, SIGHUP, SIGINT]
  private static let crashing = [SIGSEGV, SIGILL, SIGBUS, SIGABRT, SIGTRAP, SIGFPE]
  /// Those that end at once: the keyboard's, and that of an end that never came.
  private static let urgent = [SIGQUIT, SIGALRM]
  /// Whoever was asked to end has so many seconds for it: more than writing down ever waits.
  private static let patience: UInt32 = 30

  /// The signal that asked the program to end; nil while none did.
  static var endingSignal: Int32? { state.pointee.endingSignal == 0 ? nil : state.pointee.endingSignal }

  /// Installs the handlers; call it before ncurses does the same, which leaves handlers of others alone.
  static func install(wake: WakePipe) {
    state.pointee.wakeEnd = wake.writeEnd
    state.pointee.thread = pthread_self()
    tcgetattr(STDIN_FILENO, &state.pointee.modes)
    useOwnStackForSignals()
    for number in urgent + crashing { handle(number, flags: SA_ONSTACK) { TerminalGuard.end($0) } }
    for number in ending { handleEnding(number) }
    handle(SIGWINCH) { _ in TerminalGuard.note(.windowChanged) }
    handle(SIGCONT) { _ in TerminalGuard.note(.continued) }
    handleStop()
    unblock(ending + urgent + crashing + [SIGWINCH, SIGCONT, SIGTSTP])
    atexit { TerminalGuard.restore() }
  }

  /// Says which bytes bring the terminal back, and that it must be brought back.
  static func activate(restoring bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    let old = state.pointee.restoring
    state.pointee.restoring = copy
    state.pointee.isActive = true
    old.deallocate()
  }

  /// Says that the terminal is as it was: there is nothing to restore.
  static func deactivate() { state.pointee.isActive = false }

  /// Puts back what signals did by default.
  static func uninstall() {
    deactivate()
    alarm(0)
    for number in ending + urgent + crashing + [SIGWINCH, SIGCONT, SIGTSTP] { setDefault(number) }
    // A late handler may still look at the pipe's number: it must not write to somebody else's file.
    state.pointee.wakeEnd = -1
  }

  /// Handles Ctrl-Z sent as a signal by waking the UI thread, which stops the program in good order.
  static func handleStop() {
    handle(SIGTSTP) { _ in TerminalGuard.note(.stop) }
  }

  private static func handleEnding(_ number: Int32) {
    handle(number, flags: SA_ONSTACK) { TerminalGuard.askForEnd($0) }
  }

  /// Runs `body` with the signals of the keyboard left to the program that it runs.
  static func leavingKeyboardToChild<Result>(_ body: () throws -> Result) rethrows -> Result {
    setDefault(SIGTSTP)
    signal(SIGINT, SIG_IGN)
    signal(SIGQUIT, SIG_IGN)
    defer {
      handleEnding(SIGINT)
      handle(SIGQUIT, flags: SA_ONSTACK) { TerminalGuard.end($0) }
      handleStop()
    }
    return try body()
  }

  /// Stops the whole job, as the shell expects; returns when it continues.
  static func stopJob(wake: WakePipe) {
    setDefault(SIGTSTP)
    _ = wake.drain()
    kill(0, SIGTSTP)
    // The stop may come a moment after `kill`, by way of another thread: do not touch the
    // terminal before SIGCONT. A job without a shell to continue it is not stopped at all.
    var wait = pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0)
    let clock = ContinuousClock()
    let deadline = clock.now + .milliseconds(200)
    while !wake.drain().contains(.continued), clock.now < deadline { _ = poll(&wait, 1, 50) }
    handleStop()
  }

  // MARK: Inside handlers

  private static func note(_ reason: WakePipe.Reason) {
    let saved = errno
    var byte = reason.rawValue
    _ = write(state.pointee.wakeEnd, &byte, 1)
    errno = saved
  }

  /// Has the UI thread leave; who asks twice is not kept waiting. A closed terminal asks more than once: the system
  /// does, and the shell.
  private static func askForEnd(_ number: Int32) {
    guard state.pointee.endingSignal == 0 else { return number == SIGHUP ? () : end(number) }
    state.pointee.endingSignal = number
    alarm(patience)
    note(.end)
  }

  private static func end(_ number: Int32) {
    let isCrash = number != SIGTERM && number != SIGINT && number != SIGQUIT && number != SIGALRM
    guard isCrash || pthread_equal(pthread_self(), state.pointee.thread) != 0 else {
      // Another thread took it; the UI thread must not go on drawing after the terminal is restored.
      pthread_kill(state.pointee.thread, number)
      return
    }
    restore()
    setDefault(number)
    raise(number)
  }

  private static func restore() {
    guard state.pointee.isActive else { return }
    state.pointee.isActive = false
    // A program in the background is stopped when it writes modes.
    signal(SIGTTOU, SIG_IGN)
    let bytes = state.pointee.restoring
    _ = write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
    tcsetattr(STDIN_FILENO, TCSANOW, &state.pointee.modes)
  }

  private static func setDefault(_ number: Int32) { signal(number, SIG_DFL) }

  // MARK: Set-up

  private static func handle(_ number: Int32, flags: Int32 = 0, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = flags | SA_RESTART
    sigemptyset(&action.sa_mask)
    sigaction(number, &action, nil)
  }

  /// Lets this thread be interrupted: Dispatch's workers block all signals, and so do the threads that they start.
  private static func unblock(_ numbers: [Int32]) {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// A stack that overflowed cannot run a handler.
  private static func useOwnStackForSignals() {
    let size = 64 << 10
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }
}
