/// Which names among the user's files are those of something to watch.
public enum LocalNames {
  /// What the names of films end with, in lower case.
  private static let endings: Set<String> = [
    "mkv", "mp4", "m4v", "webm", "avi", "mov", "ts", "m2ts", "mts", "wmv", "flv", "ogm", "ogv", "mpg", "mpeg", "rmvb",
    "rm", "asf", "divx", "vob", "3gp",
  ]

  /// Folders beside the episodes that hold none, in lower case, as programs that keep films name them.
  private static let extras: Set<String> = [
    "sample", "samples", "extra", "extras", "bonus", "featurettes", "behind the scenes", "deleted scenes",
    "interviews", "trailers", "menu", "menus", "scans", "cds", "ncop", "nced", "ncop&nced", "creditless", "pv", "cm",
    "映像特典", "特典映像", "menu & pv",
  ]

  /// Whether the file called `name` is a film, by its ending; hidden files and samples are none.
  public static func isMedia(_ name: some StringProtocol) -> Bool {
    guard !name.hasPrefix("."), let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased()) && !isSample(name[..<dot])
  }

  /// Whether nothing in the folder called `name` is an episode.
  public static func isLeftOut(folder name: String) -> Bool {
    name.hasPrefix(".") || extras.contains(name.lowercased())
  }

  /// `sample.mkv`, `frieren-05-sample.mkv`: the word alone, or at one end.
  private static func isSample(_ stem: some StringProtocol) -> Bool {
    let words = stem.lowercased().split { "-_. []()".contains($0) }
    return words.first == "sample" || words.last == "sample"
  }
}
