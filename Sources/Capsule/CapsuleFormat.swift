/// What the file `format` says: which programs can keep everything that is in the capsule.
///
/// A capsule says no more than it needs. Until it keeps files beside the catalogue it is of format 1, which every
/// program reads; from then on it is of format 2, so that an earlier program leaves it alone instead of going on
/// without them.
enum CapsuleFormat: Int {
  /// Catalogues and operations.
  case plain = 1
  /// Files beside the catalogue too.
  case files = 2

  /// The newest that this program knows.
  static let newest = files

  /// What a capsule with these commits needs.
  init(for commits: some Sequence<Commit>) {
    self = commits.contains { $0.content.files != nil } ? .files : .plain
  }

  /// The file's bytes.
  var bytes: [UInt8] { Array("yozakura capsule \(rawValue)\n".utf8) }

  /// The number that a file says; nil where it is no capsule's.
  static func number(in bytes: [UInt8]) -> Int? {
    let words = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self).split(separator: " ")
    guard words.count == 3, words[0] == "yozakura", words[1] == "capsule", let number = Int(words[2]), number > 0 else {
      return nil
    }
    return number
  }
}

extension TimeCapsule {
  /// Lets the capsule say that it needs a program which knows `format`, before anything is there that does.
  func raise(to format: CapsuleFormat, _ staging: Staging) throws(CapsuleError) {
    let present = try disk.contents(of: layout.format).flatMap { CapsuleFormat.number(in: $0) } ?? 0
    guard present < format.rawValue else { return }
    try staging.place(format.bytes, at: layout.format, .making)
    try disk.syncFolder(layout.root)
  }
}
