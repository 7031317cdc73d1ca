import Anime

/// Keys and what they mean, as a commit's object holds them: a line each, `key<tab>id`, sorted.
///
///     bangumi:400602:ja	mfzwizltoq
enum IdentityLines {
  static func bytes(_ identities: [String: ShowID]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (key, id) in identities.sorted(by: { $0.key < $1.key }) {
      bytes += key.utf8
      bytes.append(UInt8(ascii: "\t"))
      bytes += id.description.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Reads them; a line of another form is passed over.
  static func read(_ bytes: [UInt8]) -> [String: ShowID] {
    var identities: [String: ShowID] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let tab = line.lastIndex(of: UInt8(ascii: "\t")),
        let id = ShowID(String(decoding: line[(tab + 1)...], as: UTF8.self))
      else { continue }
      identities[String(decoding: line[..<tab], as: UTF8.self)] = id
    }
    return identities
  }
}
