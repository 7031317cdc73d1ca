internal import App
internal import ArgumentParser
internal import Capsule
internal import Library

/// `capsule export FILE|DIR`
struct CapsuleExport: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the whole capsule into one archive, or your log into a shared folder.",
    discussion: """
      FILE gets a tar packed with zstd, with a list of SHA-256 sums, which standard tools can read and check. Where a \
      folder is named, such as one that Syncthing carries about, this device's log goes there as a file of its own; \
      `capsule import` on other devices takes it in.
      """)
  static let schema = "capsule-export"

  @Argument(help: .init("The file to write, or a folder.", valueName: "file"), completion: .file())
  var path: String
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let library = try session.library
    guard !TextFile.isFolder(path) else { return try exportLog(library) }
    let summary = try library.capsule.export(to: path)
    return Answer(
      fields: {
        [
          ("file", .string(path)), ("bytes", .number(summary.bytes)), ("commits", .number(summary.commits)),
          ("objects", .number(summary.objects)), ("operations", .number(summary.operations)),
          ("devices", .number(summary.devices)),
        ]
      },
      say: { page in
        page.line(
          Page.Piece("● ", .good),
          Page.Piece(
            "\(path): \(ByteCount.text(summary.bytes)), \(Count.of(summary.commits, "commit")), "
              + "\(Count.of(summary.objects, "object")), \(Count.of(summary.operations, "change"))"))
      })
  }

  private func exportLog(_ library: ShowLibrary) throws -> Answer {
    let written = try library.capsule.exportLog(into: path)
    return Answer(
      fields: {
        [
          ("folder", .string(path)), ("device", .string(orNull: written?.device)),
          ("operations", .number(written?.operations ?? 0)),
        ]
      },
      hint: written == nil ? "This device has changed nothing yet, so there is nothing to write." : nil,
      say: { page in
        guard let written else { return }
        page.line(
          Page.Piece("● ", .good),
          Page.Piece("\(path)/\(written.device).jsonl: \(Count.of(written.operations, "change")) of this device"))
      })
  }
}

/// `capsule import FILE|DIR [--dry-run]`
struct CapsuleImport: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in an archive, another capsule's folder, or a folder of logs.",
    discussion: """
      It works without a network, is proven whole before anything is taken, and a second time changes nothing. Logs of \
      several devices come to the same list in whatever order they are taken in.
      """)
  static let schema = "capsule-import"

  @Argument(help: .init("The archive or the folder.", valueName: "file"), completion: .file())
  var path: String
  @Flag(name: .customLong("dry-run"), help: "Say what it would bring.")
  var isDryRun = false
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let library = try session.library
    let summary = try isDryRun ? library.importPlan(path) : library.importing(path)
    let count = summary.operations.values.reduce(0, +)
    return Answer(
      fields: {
        [
          ("file", .string(path)), ("applied", .bool(!isDryRun)), ("commits", .number(summary.commits)),
          ("objects", .number(summary.objects)), ("operations", .number(count)),
          (
            "devices",
            .array(
              summary.operations.sorted { $0.key < $1.key }.map {
                .object([("device", .string($0.key)), ("operations", .number($0.value))])
              })
          ),
          ("present", .string(summary.step.word)),
        ]
      },
      say: { page in
        guard !summary.isEmpty else {
          return page.line(Page.Piece("● ", .good), Page.Piece("nothing in it is new"))
        }
        let verb = isDryRun ? "would bring" : "brought"
        page.line(
          Page.Piece("● ", .good),
          Page.Piece(
            "\(verb) \(Count.of(summary.commits, "commit")), \(Count.of(summary.objects, "object")), "
              + Count.of(count, "change")),
          Page.Piece(summary.step.words, .faint))
      })
  }
}

extension ImportSummary.Step {
  /// The word for it in JSON output.
  fileprivate var word: String {
    switch self {
    case .none: "kept"
    case .forward: "forward"
    case .merge: "merged"
    }
  }

  fileprivate var words: String {
    switch self {
    case .none: ""
    case .forward(let id): "  the present is commit \(id.sequence) of it"
    case .merge: "  a new commit takes both histories together"
    }
  }
}
