public import Anime
internal import App
public import ArgumentParser
internal import Formats
internal import HTTP
internal import Library

extension MergePolicy: ExpressibleByArgument {}
extension ImportFormat: ExpressibleByArgument {}

/// `import FILE [--dry-run]`
struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in a list that this or another program wrote.",
    discussion: """
      One import is one change: one `undo` takes it back. What your list does not say is filled in; where both say \
      different things, --policy decides. Shows that no catalogue here has are kept under their own titles and listed.
      """)
  static let lists = ["shows", "unmatched"]

  @Argument(help: .init("The file, or - for standard input.", valueName: "file"), completion: .file())
  var file: String
  @ArgumentParser.Option(
    help: "\(ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")); what the file holds tells by itself.")
  var format: ImportFormat?
  @ArgumentParser.Option(
    help: """
      newest (of each field), mine (only fill in), theirs (the file's), or ask.
      """)
  var policy = MergePolicy.newest
  @Flag(name: .customLong("dry-run"), help: "Say what it would change.")
  var isDryRun = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if policy == .ask, global.json || isDryRun {
      throw ValidationError("--policy ask asks on the terminal: --json and --dry-run have no place beside it.")
    }
  }

  func answer(_ session: Session) throws -> Answer {
    let list = try read()
    let snapshot = try session.library.snapshot()
    let judge = try MergeJudge(policy, file: file, session: session, snapshot: snapshot)
    let plan = try ImportPlan(
      list.entries, into: snapshot.entries, of: snapshot.catalogue, identify: snapshot.identity, wins: judge.wins)
    if !isDryRun { try session.library.take(plan.edits) }
    let sheet = ImportSheet(session: session, snapshot: snapshot, plan: plan, list: list, isApplied: !isDryRun)
    return Answer(
      fields: {
        [
          ("file", .string(file)), ("format", .string(list.format.rawValue)), ("applied", .bool(!isDryRun)),
          ("skipped", .number(list.skipped)), ("breaksOff", .bool(list.breaksOff)),
        ] + sheet.fields
      },
      hint: list.breaksOff ? "\(file) ends before its list does; what stands before that was read." : nil,
      say: sheet.say)
  }

  private func read() throws -> ListFile {
    guard let packed = try TextFile.read(file == "-" ? "/dev/stdin" : file, atMost: 256 << 20) else {
      throw Failure.notFound("There is no file \(file).")
    }
    let bytes = try Gzip.isPacked(packed) ? unpacked(packed) : packed
    if let list = format.map({ $0.read(bytes) }) ?? ImportFormat.read(bytes) { return list }
    let known = ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(
      .invalid, "\(file) is no list\(format.map { " in the form \($0.rawValue)" } ?? ""); known are \(known).")
  }

  private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
    guard let bytes = Gzip.unpacked(bytes, atMost: MALFile.limit) else {
      throw Failure(.invalid, "\(file) is packed, and torn, damaged or too big.")
    }
    return bytes
  }
}
