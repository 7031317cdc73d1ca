internal import CSystem
internal import Glibc

/// Ctrl-C, SIGTERM, SIGHUP and a closed pipe.
enum Interrupt {
  /// Counts the interrupts that `watch` waits for. Made before the handler that writes to it is.
  private static let counter = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))

  /// The signal by which the program has to end once its work is ended in good order; 0 where it need not.
  ///
  /// Safe to share: a pointer that never changes, to one word, which handlers may write at any moment and which is never
  /// seen half written. A lock must not be taken in a handler.
  nonisolated(unsafe) private static let due: UnsafeMutablePointer<Int32> = {
    let due = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    due.initialize(to: 0)
    return due
  }()

  /// From now on Ctrl-C ends the program with status 130, and a closed pipe is an error of `write`.
  ///
  /// The capsule is whole at every moment, so a command needs nothing more than to stop, and to remove the draft of a
  /// file that it writes; so do SIGTERM and SIGHUP.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    unblock([SIGINT, SIGTERM, SIGHUP])
    Draft.prepare()
    signal(SIGINT) { _ in
      Draft.removeCurrent()
      ExitStatus.interrupted.end()
    }
    handleEnd { number in
      Draft.removeCurrent()
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  /// From now on Ctrl-C makes the descriptor that is returned readable, and so do SIGTERM and SIGHUP, by which the
  /// program ends then: see `endIfDue`.
  static func watch() -> Int32 {
    let descriptor = counter
    due.pointee = 0
    signal(SIGINT) { _ in eventfd_write(Interrupt.counter, 1) }
    handleEnd { number in
      Interrupt.due.pointee = number
      eventfd_write(Interrupt.counter, 1)
    }
    return descriptor
  }

  /// Has the program end by this signal once its work is done.
  static func note(_ number: Int32) { due.pointee = number }

  /// Ends the program by the signal that asked it to end, as whoever sent it expects to be told; returns where none did.
  static func endIfDue() {
    let number = due.pointee
    guard number != 0 else { return }
    signal(number, SIG_DFL)
    unblock([number])
    raise(number)
  }

  /// A SIGHUP that is ignored, as below nohup, stays so.
  private static func handleEnd(_ handler: @escaping @convention(c) (Int32) -> Void) {
    signal(SIGTERM, handler)
    var present = sigaction()
    sigaction(SIGHUP, nil, &present)
    let isIgnored = unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self) == 1
    if !isIgnored { signal(SIGHUP, handler) }
  }

  /// A program inherits blocked signals, and Swift's and libdispatch's worker threads block all of them.
  private static func unblock(_ numbers: [Int32]) {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }
}
