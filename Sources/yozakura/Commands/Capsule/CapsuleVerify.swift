internal import App
internal import ArgumentParser
internal import Capsule
internal import Library

/// `capsule verify [--read-all]`
struct CapsuleVerify: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Prove that the capsule is whole.",
    discussion: """
      Commits, lists of objects and your log are read byte by byte; of all other objects it is proven that they are \
      there, with --read-all that they are what their names promise. Status 1 says that something is wrong.
      """)
  static let schema = "capsule-verify"
  static let lists = ["damage"]

  @Flag(name: .customLong("read-all"), help: "Read every byte.")
  var readAll = false
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let result = try session.library.capsule.verify(readAll ? .everyByte : .structure)
    session.verificationMemory.remember(result, at: session.now)
    return Answer(
      fields: {
        [
          ("readAll", .bool(readAll)), ("commits", .number(result.commitCount)),
          ("thinned", .number(result.thinnedCount)), ("objects", .number(result.objectCount)),
          ("bytes", readAll ? .number(result.objectBytes) : .null), ("operations", .number(result.operationCount)),
          ("devices", .number(result.deviceCount)), ("damage", .array(result.damage.map(\.json))),
        ]
      },
      failure: result.isClean ? nil : failure(result),
      say: { page in
        for damage in result.damage { damage.say(to: &page) }
        if result.isClean { page.line(Page.Piece("● ", .good), Page.Piece(Self.summary(result))) }
      })
  }

  private static func summary(_ result: Verification) -> String {
    let bytes = result.depth == .everyByte ? ", \(ByteCount.text(result.objectBytes)) read" : ""
    return "whole: \(Count.of(result.commitCount, "commit")), \(Count.of(result.objectCount, "object"))\(bytes), "
      + "\(Count.of(result.operationCount, "change")) of \(Count.of(result.deviceCount, "device"))"
  }

  private func failure(_ result: Verification) -> Failure {
    let count = result.damage.count
    return Failure(
      .damaged,
      "\(count) thing\(count == 1 ? " is" : "s are") not as \(count == 1 ? "it" : "they") must be; "
        + "`yozakura capsule repair` heals what can be healed.")
  }
}
