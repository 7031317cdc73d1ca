internal import Anime
internal import App
internal import Capsule

/// releases.toml: of which shows releases are, where the user said so.
///
/// It lies beside the operations and not beside the configuration: it is written by us, it is what the user knows and
/// nothing else can tell, and whoever copies the data folder takes it along.
struct CorrectionsFile {
  /// The file.
  let path: String
  /// What is locked while it is changed.
  let lock: String

  /// What is kept; nothing where there is no file.
  func read() throws(Failure) -> MatchCorrections {
    let table: ConfigurationTable?
    do {
      table = try TOMLFile.read(path)
    } catch let error as TOMLFile.Failure {
      throw damaged(error.text)
    } catch {
      throw Failure(error)
    }
    guard let rows = table?["correction"] else { return MatchCorrections() }
    guard case .array(let values) = rows else { throw damaged("\(path): `correction` has to be [[correction]].") }
    var corrections: [MatchCorrections.Correction] = []
    for (index, value) in values.enumerated() {
      guard let correction = Self.correction(value) else {
        throw damaged("\(path): [[correction]] number \(index + 1) wants `title`, and `show` a local id or \"none\".")
      }
      corrections.append(correction)
    }
    return MatchCorrections(corrections)
  }

  /// Changes what is kept, and returns it; two processes do so one after the other.
  func change(_ body: (inout MatchCorrections) -> Void) throws -> MatchCorrections {
    try TextFile.makeFolder(TextFile.folder(of: lock))
    let held = try LockFile(at: lock).acquire(for: "corrections")
    defer { held.release() }
    var corrections = try read()
    let before = corrections
    body(&corrections)
    if corrections != before { try TextFile.replace(path, with: Self.text(corrections)) }
    return corrections
  }

  private static func correction(_ value: ConfigurationValue) -> MatchCorrections.Correction? {
    guard case .table(let table) = value, case .string(let title) = table["title"],
      case .string(let show) = table["show"], case .string(let group) = table["group"] ?? .string("")
    else { return nil }
    var season: Int?
    if let value = table["season"] {
      guard case .integer(let number) = value else { return nil }
      season = number
    }
    let id = ShowID(show)
    guard id != nil || show == "none" else { return nil }
    return MatchCorrections.Correction(.init(title: title, season: season, group: group), show: id)
  }

  private static func text(_ corrections: MatchCorrections) -> String {
    let head = """
      # Of which shows releases are. `yozakura identify` writes this file; comments in it do not last.

      """
    return head + corrections.all.map(text).joined()
  }

  private static func text(_ correction: MatchCorrections.Correction) -> String {
    let key = correction.key
    return """

      [[correction]]
      title = \(JSON.string(key.title).text)
      \(key.season.map { "season = \($0)\n" } ?? "")group = \(JSON.string(key.group).text)
      show = \(JSON.string(correction.show?.description ?? "none").text)

      """
  }

  private func damaged(_ message: String) -> Failure {
    Failure(.damaged, "\(message) Correct the file, or remove it to forget what it says.")
  }
}
