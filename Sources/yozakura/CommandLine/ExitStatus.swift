internal import Glibc

/// What the program tells the shell; scripts depend on these numbers.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// It failed.
  case failed = 1
  /// Nothing new could be fetched or applied from at least one wanted provider; the capsule answers.
  case nothingNew = 3
  /// What was named or searched is not there.
  case notFound = 4
  /// The command line makes no sense (`EX_USAGE` of sysexits.h).
  case usage = 64
  /// Interrupted from the keyboard.
  case interrupted = 130

  /// Ends the program with this status, at once.
  ///
  /// `exit` takes apart what libraries have made, while threads that nobody waits for, those of a sync, still work with
  /// it: it crashed now and then when it was left in its first moments. Nothing is held back that it would write, since
  /// all goes out by `write`.
  func end() -> Never { _exit(rawValue) }
}
