internal import Glibc

/// The two ends of a connection to a program that is about to be started.
///
/// No pipe and no name: a pipe would be open in whatever another thread starts meanwhile, and a name is there for
/// everybody. Whoever makes one closes both ends, ``theirs`` as soon as the program is started.
public struct Connection {
  /// The end that stays here.
  public let ours: Int32
  /// The end that is handed to the program; see ``ProgramStart/descriptors``.
  public let theirs: Int32

  /// A new one; throws where no descriptors are left.
  public init() throws(ProgramStart.Failure) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw ProgramStart.Failure(errno: errno)
    }
    (ours, theirs) = (ends[0], ends[1])
  }
}
