internal import CSystem
internal import Glibc

/// Ctrl-C, SIGTERM and a closed pipe.
enum Interrupt {
  /// Counts the interrupts that `watch` waits for. Made before the handler that writes to it is.
  private static let counter = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))

  /// From now on Ctrl-C ends the program with status 130, and a closed pipe is an error of `write`.
  ///
  /// The capsule is whole at every moment, so a command needs nothing more than to stop, and to remove the draft of a
  /// file that it writes; so does SIGTERM.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    // A program inherits blocked signals, and Swift's and libdispatch's worker threads block all of them.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    Draft.prepare()
    signal(SIGINT) { _ in
      Draft.removeCurrent()
      _exit(ExitStatus.interrupted.rawValue)
    }
    signal(SIGTERM) { number in
      Draft.removeCurrent()
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  /// From now on Ctrl-C makes the descriptor that is returned readable.
  static func watch() -> Int32 {
    let descriptor = counter
    signal(SIGINT) { _ in eventfd_write(Interrupt.counter, 1) }
    return descriptor
  }
}
