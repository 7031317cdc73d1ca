internal import Anime
internal import ArgumentParser
internal import Glibc
internal import Library

/// `identify NAME…`
struct Identify: Command {
  static let configuration = CommandConfiguration(
    commandName: "identify",
    abstract: "Say what the names of files and releases mean, and of which shows they are.",
    discussion: """
      A NAME is that of a file, a path to it, or the title of an entry in a feed. The confidence goes from 0 to 100: \
      from 90 on nothing speaks against the show, from 70 on it is likely, and below that it is a guess. \
      With --correct you say which show it is, for all releases of the same title and season by the same group.
      """)
  static let lists = ["releases"]

  @Argument(
    help: .init("The name of a file or release, or the path of a file.", valueName: "name"), completion: .file())
  var names: [String]
  @Option(help: .init("Remember that they are of this show, or of `none`.", valueName: "id"), completion: .shows)
  var correct: String?
  @Flag(help: "Forget what you said about them.")
  var forget = false
  @OptionGroup var limits: LimitOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if correct != nil, forget { throw ValidationError("--correct and --forget exclude each other.") }
  }

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.library.snapshot()
    let releases = names.map(Self.read)
    let corrections = try remember(releases, session, snapshot)
    let index = ReleaseIndex(snapshot.catalogue)
    let rows = zip(names, releases).map { name, release in
      ReleaseRow(
        name: name, release: release,
        matches: index.matches(release, corrections: corrections, limit: limits.limit ?? 3),
        isCorrected: corrections.correction(for: release) != nil)
    }
    let unknown = rows.first { $0.matches.isEmpty && !$0.isCorrected }
    return Answer(
      fields: { [("releases", .array(rows.map { $0.json(snapshot) }))] },
      failure: forget ? nil : unknown.map { .notFound("No show is like “\($0.name)”.") },
      say: { page in ReleaseSheet(session: session, snapshot: snapshot).say(rows, to: &page) })
  }

  /// What `name` says; the folder of a file is asked too, where that is a path and no title with a slash.
  private static func read(_ name: String) -> ReleaseName {
    let isPath = ["/", "./", "../", "~/"].contains(where: name.hasPrefix) || access(name, F_OK) == 0
    return isPath ? ReleaseName(path: name) : ReleaseName(reading: name)
  }

  /// Keeps or forgets what the options say, and returns all that is kept.
  private func remember(
    _ releases: [ReleaseName], _ session: Session, _ snapshot: Snapshot
  ) throws -> MatchCorrections {
    let file = session.corrections
    guard correct != nil || forget else { return try file.read() }
    let keys = try zip(names, releases).map { name, release in
      guard let key = MatchCorrections.Key(release) else {
        throw Failure(.invalid, "“\(name)” has no title, so nothing can be remembered about it.")
      }
      return key
    }
    let show = try correct.flatMap { $0 == "none" ? nil : try session.show($0, in: snapshot) }
    return try file.change { corrections in
      for key in keys {
        if forget { corrections.forget(key) } else { corrections.remember(.init(key, show: show)) }
      }
    }
  }
}

extension Session {
  /// Of which shows releases are, where the user said so.
  var corrections: CorrectionsFile {
    CorrectionsFile(path: "\(folders.data)/releases.toml", lock: "\(folders.state)/releases.lock")
  }
}
