internal import Anime
internal import App
internal import ArgumentParser

/// `library scan`
struct LibraryScan: Command {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Look through the folders of library.folders for episodes.",
    discussion: """
      Names are read, and where FFmpeg's ffprobe is installed films are asked for the size of their picture and their \
      length. Only what is new or changed is read again. Samples, extras, openings, endings and trailers are left out. \
      Where the show is wrong, `identify PATH --correct ID` says so once for all releases like it. What could not be \
      looked into is listed, and makes the status 1.
      """)
  static let schema = "library-scan"
  static let lists = ["folders", "unmatched", "problems"]

  /// For how many milliseconds films are asked at most: a few hundred of them. The next scan asks the others.
  private static let patience = 20_000

  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let scan = try session.localScan
    guard !scan.folders.isEmpty else { throw Failure.noFolders(session) }
    let outcome = try scan.runAndOpen(within: Self.patience)
    let sheet = LocalScanSheet(
      outcome: outcome, folders: scan.folders, words: session.strings.localFiles)
    return Answer(fields: { sheet.fields }, failure: sheet.failure, say: sheet.say)
  }
}

extension Failure {
  /// That no folder is named in which episodes could be.
  static func noFolders(_ session: Session) -> Failure {
    .notFound(
      "No folder is named: put library.folders = [\"~/Anime\"] into \(session.folders.configurationFile), below [library]"
        + " as folders; see yozakura-config(5).")
  }
}
