/// The words that say what sort of release a name is of.
enum ReleaseKinds {
  /// What `key`, a word in lower case, says; nil for other words.
  static func kind(of key: String) -> ReleaseName.Kind? { table[key] }

  /// Words that Chinese and Japanese names put before or behind a title without a space.
  static let affixes: [(String, ReleaseName.Kind)] = [
    ("剧场版合集", .movie), ("劇場版", .movie), ("剧场版", .movie), ("电影版", .movie), ("電影版", .movie), ("番外篇", .special),
    ("番外編", .special), ("特别篇", .special), ("特別篇", .special), ("特別編", .special), ("总集篇", .special),
    ("總集篇", .special), ("総集編", .special), ("合集", .batch), ("全集", .batch), ("特典", .special), ("OVA", .ova),
    ("OAD", .ova),
  ]

  private static let table: [String: ReleaseName.Kind] = {
    var table: [String: ReleaseName.Kind] = [
      "ova": .ova, "oad": .ova, "ovas": .ova, "sp": .special, "special": .special, "specials": .special, "ex": .special,
      "movie": .movie, "movies": .movie, "gekijouban": .movie, "op": .opening, "ncop": .opening, "ed": .ending,
      "nced": .ending, "pv": .trailer, "cm": .trailer, "trailer": .trailer, "preview": .trailer, "teaser": .trailer,
    ]
    for (word, kind) in affixes { table[word.lowercased()] = kind }
    return table
  }()
}
