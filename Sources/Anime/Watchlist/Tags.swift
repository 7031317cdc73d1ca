/// The user's own words for shows, `iyashikei`, `2026-autumn`.
public enum Tags {
  /// How many one show can have.
  public static let greatestCount = 100
  /// How many scalars one can have.
  public static let greatestLength = 100

  /// `texts` as an entry keeps them: harmless, sorted, each once; none empty, none with a comma, which separates tags
  /// where they are typed and in the lists of other programs.
  public static func clean(_ texts: some Sequence<String>) -> [String] {
    let parts = texts.flatMap { $0.split(separator: ",") }
    let cleaned = parts.map { part in
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: Sanitiser.clean(String(part)).unicodeScalars.prefix(greatestLength))
      return Sanitiser.clean(String(scalars))
    }
    return Array(Set(cleaned.filter { !$0.isEmpty }).sorted().prefix(greatestCount))
  }
}
