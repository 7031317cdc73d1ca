internal import CSystem
internal import Glibc

/// Ctrl-C and a closed pipe.
enum Interrupt {
  /// From now on Ctrl-C ends the program with status 130, and a closed pipe is an error of `write`.
  ///
  /// The capsule is whole at every moment, so a command needs nothing more than to stop.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
  }
}
