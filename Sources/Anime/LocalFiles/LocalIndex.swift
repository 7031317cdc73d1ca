/// What was found in the user's folders: the files, and what each of them is.
///
/// It can be made anew at any time and is kept only so that names need not be read again. Its text has a line for
/// each file, whose fields stand between tabs:
///
///     yozakura local files 2    12|0|4096
///     /films/Frieren - 05.mkv   734003200   1786752000000   mfzwizltoq   96   episode   5   1080p   Group   Frieren   …
///
/// The last field holds what the film itself tells, and is empty where nobody looked into it yet.
public struct LocalIndex: Hashable, Sendable {
  /// What the shows of the files depend on besides their names: another catalogue or another word of the user's.
  public var context: String
  /// The files, in the order of their paths.
  public var episodes: [LocalEpisode]

  /// An index of `episodes`.
  public init(context: String, episodes: [LocalEpisode]) {
    self.context = context
    self.episodes = episodes
  }

  /// The files that are likely of `show`, in the order of their numbers.
  public func episodes(of show: ShowID) -> [LocalEpisode] {
    episodes.filter { $0.show == show && $0.isLikely }.sorted(by: LocalEpisode.comesBefore)
  }

  /// What comes next of `show` for whoever has watched `progress` episodes: the one after them, else the first later one.
  ///
  /// Where one file is there and its name tells no number, it is that.
  public func next(after progress: Int, of show: ShowID) -> LocalEpisode? {
    let all = episodes(of: show)
    let numbered = all.filter { $0.numbers != nil }
    if let next = numbered.first(where: { $0.numbers?.contains(progress + 1) ?? false }) { return next }
    if let later = numbered.first(where: { $0.numbers.map { $0.lowerBound > progress } ?? false }) { return later }
    return all.count == 1 && numbered.isEmpty ? all[0] : nil
  }

  /// Takes in what these files themselves tell; of one that is another by now, by its size or its time, nothing is.
  public mutating func learn(_ facts: [LocalFile: MediaFacts]) {
    for index in episodes.indices {
      if let known = facts[episodes[index].file] { episodes[index].facts = known }
    }
  }

  /// The file at `path`.
  public func episode(at path: String) -> LocalEpisode? { episodes.first { $0.file.path == path } }
}

extension LocalIndex {
  private static let head = "yozakura local files 2"

  /// The text that `init(text:)` reads.
  public var text: String {
    var text = "\(Self.head)\t\(Self.escaped(context))\n"
    for episode in episodes { text += Self.line(episode) + "\n" }
    return text
  }

  /// Reads an index; nil where `text` is none, or one of another version.
  public init?(text: String) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)[...]
    guard let first = lines.popFirst() else { return nil }
    let head = Self.fields(first)
    guard head.count == 2, head[0] == Self.head else { return nil }
    self.init(context: head[1], episodes: lines.compactMap { LocalEpisode(fields: Self.fields($0)) })
  }

  private static func line(_ episode: LocalEpisode) -> String {
    let span = episode.episodes.map {
      $0.lowerBound == $0.upperBound ? [$0.lowerBound] : [$0.lowerBound, $0.upperBound]
    }
    let fields = [
      episode.file.path, String(episode.file.size), String(episode.file.modified),
      episode.show?.description ?? "", String(episode.confidence), episode.kind.rawValue,
      span?.map(\.description).joined(separator: "-") ?? "", episode.resolution ?? "", episode.group ?? "",
      episode.title ?? "", episode.facts?.text ?? "",
    ]
    return fields.map(escaped).joined(separator: "\t")
  }

  private static func fields(_ line: Substring.UTF8View.SubSequence) -> [String] {
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(unescaped)
  }

  /// `text` without what ends a field or a line: tabs, line breaks and the sign that stands for them.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "%") }) else { return text }
    return text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\0"..<" ": "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }.joined()
  }

  private static func unescaped(_ field: Substring.UTF8View.SubSequence) -> String {
    guard field.contains(UInt8(ascii: "%")) else { return String(decoding: field, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension LocalEpisode {
  /// Reads the fields of a line; nil where they are none.
  fileprivate init?(fields: [String]) {
    guard fields.count == 11, fields[0].hasPrefix("/"), let size = Int64(fields[1]), let modified = Int64(fields[2]),
      let confidence = Int(fields[4]), let kind = ReleaseName.Kind(rawValue: fields[5])
    else { return nil }
    func text(_ index: Int) -> String? { fields[index].isEmpty ? nil : fields[index] }
    let numbers = fields[6].split(separator: "-").compactMap(ReleaseEpisode.init)
    let span = numbers.first.flatMap { first in
      numbers.last.flatMap { last in first <= last ? first...last : nil }
    }
    self.init(
      file: LocalFile(path: fields[0], size: size, modified: modified), title: text(9), kind: kind, episodes: span,
      resolution: text(7), group: text(8), show: ShowID(fields[3]), confidence: confidence)
    facts = text(10).flatMap(MediaFacts.init)
  }
}

extension ReleaseEpisode {
  /// Reads `7`, `12.5`, `4a`, as `description` writes them.
  fileprivate init?(_ text: some StringProtocol) {
    let digits = text.prefix { "0"..."9" ~= $0 }
    guard let whole = Int(digits) else { return nil }
    var rest = text[digits.endIndex...]
    var tenths = 0
    if rest.first == ".", let digit = rest.dropFirst().first?.wholeNumberValue {
      tenths = digit
      rest = rest.dropFirst(2)
    }
    guard rest.unicodeScalars.count <= 1 else { return nil }
    self.init(whole, tenths: tenths, part: rest.unicodeScalars.first)
  }
}
