/// All files that a commit keeps beside the catalogue, as one of its objects lists them.
///
///     yozakura files 1
///     danmaku/mfzwizltoq/7/bilibili	9f86…	1384	1786752000000	own	bilibili.xml
///     danmaku/mfzwizltoq/8/example	e3b0…	2210	1786752100000	fetched	api.example.org
///
/// Name, manifest, items, moment, whether it is the user's own, origin. Lines are sorted by name, so that two capsules
/// that keep the same list the same.
public struct KeptFiles: Hashable, Sendable {
  private var files: [String: KeptFile] = [:]

  private static let header = "yozakura files 1"
  /// What stands where nobody else can give the file again.
  private static let own = "own"
  /// What stands where a server gave it.
  private static let fetched = "fetched"

  /// No files.
  public init() {}

  /// Reads what an object holds; nil where that is no list of files. A line that makes no sense is passed over.
  public init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, first.elementsEqual(Self.header.utf8) else { return nil }
    for line in lines.dropFirst() {
      if let file = Self.file(String(decoding: line, as: UTF8.self)) { files[file.name] = file }
    }
  }

  private static func file(_ line: String) -> KeptFile? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 6, !fields[0].isEmpty, let manifest = ObjectID(hex: fields[1]), let count = Int(fields[2]),
      count >= 0, let received = Int64(fields[3]), HybridTime.plausible.contains(received)
    else { return nil }
    return KeptFile(
      name: String(fields[0]), manifest: manifest, count: count, received: received, origin: String(fields[5]),
      isOnlyHere: fields[4] == own)
  }

  /// What an object holds that lists them.
  public var bytes: [UInt8] {
    let lines = all.map { file in
      let kind = file.isOnlyHere ? Self.own : Self.fetched
      return "\(file.name)\t\(file.manifest)\t\(file.count)\t\(file.received)\t\(kind)\t\(file.origin)\n"
    }
    return Array("\(Self.header)\n\(lines.joined())".utf8)
  }
}

extension KeptFiles {
  /// All of them, by name.
  public var all: [KeptFile] { files.values.sorted { $0.name < $1.name } }

  /// Whether there are none.
  public var isEmpty: Bool { files.isEmpty }

  /// The file `name`.
  public subscript(name: String) -> KeptFile? { files[name] }

  /// Keeps `file` in place of the one of its name.
  public mutating func keep(_ file: KeptFile) {
    let isPlain = [file.name, file.origin].allSatisfy { text in
      text.unicodeScalars.allSatisfy { $0 != "\t" && $0 != "\n" && $0 != "\r" }
    }
    precondition(isPlain && !file.name.isEmpty, "a file's name or origin would break out of its line: \(file)")
    files[file.name] = file
  }

  /// What both keep; of two files of one name the later one.
  public func merging(_ others: KeptFiles) -> KeptFiles {
    var merged = self
    merged.files.merge(others.files, uniquingKeysWith: KeptFile.later)
    return merged
  }
}
