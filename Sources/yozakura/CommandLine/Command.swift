internal import ArgumentParser

/// A subcommand: it is given the session and gives an answer. Printing is not its business.
protocol Command: ParsableCommand {
  /// What stands in the answer's schema, `yozakura.<schema>/1`.
  static var schema: String { get }
  /// The lists that an answer always has, empty ones where the command fails.
  static var lists: [String] { get }
  /// What every command understands.
  var global: GlobalOptions { get }

  /// Does it.
  func answer(_ session: Session) throws -> Answer
}

extension Command {
  static var schema: String { _commandName }
  static var lists: [String] { [] }
}

/// What a command has to say, as data and for people; only the form that is wanted is made.
struct Answer {
  /// The fields of the JSON object after `schema`.
  var fields: () -> [JSON.Field]
  /// The text for people.
  var say: (inout Page) -> Void
  /// What went wrong all the same; it decides the exit status.
  var failure: Failure?
  /// What may help, said on standard error where people read.
  var hint: String?
  /// What is done once the answer is written, such as remembering that it was.
  var finish: () throws -> Void = {}

  init(
    fields: @escaping () -> [JSON.Field], failure: Failure? = nil, hint: String? = nil,
    say: @escaping (inout Page) -> Void
  ) {
    self.hint = hint
    self.fields = fields
    self.failure = failure
    self.say = say
  }
}
