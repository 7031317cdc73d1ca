/// Why a command could not do what was asked: for the shell a status, for scripts a code, for people a sentence.
struct Failure: Error {
  /// The words of `"error": {"code": …}`; scripts depend on them.
  enum Code: String {
    case usage, notFound, ambiguous, invalid, unreachable, setAside, busy, readOnly, full, newerFormat, damaged
    case refused, interrupted, failed, notThen, givenUp, disputed
  }

  /// What the shell is told.
  var status: ExitStatus
  /// What scripts are told.
  var code: Code
  /// What people are told: what, where, what to do.
  var message: String
  /// What the answer holds besides: the candidates of an ambiguous alias.
  var fields: [JSON.Field] = []
  /// Lines for people after the message.
  var details: [String] = []

  /// A failure of the ordinary kind, exit status 1.
  init(_ code: Code, _ message: String, status: ExitStatus = .failed) {
    self.status = status
    self.code = code
    self.message = message
  }

  /// A command line that makes no sense.
  static func usage(_ message: String) -> Failure {
    Failure(.usage, message, status: .usage)
  }

  /// Something that was named and is not there.
  static func notFound(_ message: String) -> Failure {
    Failure(.notFound, message, status: .notFound)
  }
}
