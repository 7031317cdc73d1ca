/// What a block list of another program holds.
///
///     one text a line, or /a pattern/; # begins a remark          lists that people hand around
///     [{"type": 0, "filter": "word", "opened": true}]             Bilibili's export: 0 text, 1 pattern, 2 user
///     ["word", "word"]                                            dandanplay's plug-ins
///     <item enabled="true">t=word</item>                          Bilibili's older export: t text, r pattern, u user
///
/// Each entry is taken or refused with its reason.
public struct BlockList: Hashable, Sendable {
  /// Blocked texts, in the order of the list.
  public private(set) var texts: [String] = []
  /// Blocked patterns, in the order of the list.
  public private(set) var patterns: [TextPattern] = []
  /// Blocked senders.
  public private(set) var users: Set<Comment.Sender> = []
  /// What could not be taken, in the order of the list.
  public private(set) var refused: [Refusal] = []

  /// An entry that was not taken.
  public struct Refusal: Hashable, Sendable {
    /// What stands in the list.
    public let entry: String
    /// Why it was not taken.
    public let reason: Reason

    /// Why an entry was not taken.
    public enum Reason: Hashable, Sendable {
      /// It is switched off in the list.
      case switchedOff
      /// It is no text, pattern or user.
      case unknownKind
      /// It says nothing, and would hide everything.
      case empty
      /// Its pattern is none that is understood here.
      case pattern(TextPatternError)
    }
  }

  /// How many entries were taken.
  public var count: Int { texts.count + patterns.count + users.count }

  /// Reads `bytes`, whose shape their content tells; nil where they are no text in UTF-8.
  ///
  /// Any bytes at all are lines of something. What has control characters is none that somebody wrote.
  public init?(reading bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: Self.isControl)
    else { return nil }
    let start = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    switch start {
    case UInt8(ascii: "["), UInt8(ascii: "{"): readJSON(bytes)
    case UInt8(ascii: "<"): readXML(text)
    default: readLines(text)
    }
  }

  /// Whether a list has no use for `scalar`: it is a control character, and neither a tab nor the end of a line.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && !["\t", "\n", "\r"].contains(scalar)
  }

  /// The kinds of entries, as Bilibili numbers them.
  private enum Kind: Int {
    case text, pattern, user

    /// The kind that a letter before `=` names.
    init?(letter: Character) {
      switch letter {
      case "t": self = .text
      case "r": self = .pattern
      case "u": self = .user
      default: return nil
      }
    }
  }

  private mutating func add(_ entry: String, _ kind: Kind?, isOn: Bool = true) {
    guard isOn else { return refuse(entry, .switchedOff) }
    guard let kind else { return refuse(entry, .unknownKind) }
    guard entry.contains(where: { !$0.isWhitespace }) else { return refuse(entry, .empty) }
    switch kind {
    case .text: texts.append(entry)
    case .user: if let sender = Comment.Sender(name: entry) { users.insert(sender) } else { refuse(entry, .empty) }
    case .pattern: addPattern(entry)
    }
  }

  private mutating func addPattern(_ entry: String) {
    do {
      patterns.append(try TextPattern(Self.slashed(entry) ?? entry))
    } catch {
      refuse(entry, .pattern(error))
    }
  }

  private mutating func refuse(_ entry: String, _ reason: Refusal.Reason) {
    refused.append(Refusal(entry: entry, reason: reason))
  }

  /// The pattern between the slashes of `/…/` or `/…/i`; nil where there are none.
  private static func slashed(_ entry: String) -> String? {
    guard entry.hasPrefix("/"), let end = entry.lastIndex(of: "/"), end > entry.index(after: entry.startIndex) else {
      return nil
    }
    let pattern = String(entry[entry.index(after: entry.startIndex)..<end])
    switch entry[entry.index(after: end)...] {
    case "": return pattern
    case "i": return "(?i)" + pattern
    default: return nil
    }
  }
}

extension BlockList {
  private mutating func readLines(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let entry = line.trimming { $0.isWhitespace || $0 == "\u{FEFF}" }
      if !entry.isEmpty, !entry.hasPrefix("#") { add(entry, Self.slashed(entry) == nil ? .text : .pattern) }
    }
  }

  private mutating func readJSON(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      // One array may be the whole list, and no member takes less than a byte.
      var walker = JSONWalker(bytes, keeping: bytes.count)
      while let stop = walker.next() {
        switch stop {
        case .object:
          guard let filter = walker["filter"]?.string, let type = walker["type"]?.integer else { continue }
          add(filter, Kind(rawValue: type), isOn: walker["opened"]?.isTrue ?? true)
        case .array: for text in walker.values.compactMap(\.string) { add(text, .text) }
        case .broken: continue
        }
      }
    }
  }

  private mutating func readXML(_ text: String) {
    for item in text.split(separator: "<item").dropFirst() {
      guard let open = item.firstIndex(of: ">") else { continue }
      let content = item[item.index(after: open)...].prefix { $0 != "<" }
      let isOn = !item[..<open].contains("enabled=\"false\"")
      let entry = EncodedText.plain(String(content)).trimming(\.isWhitespace)
      let kind = entry.dropFirst().first == "=" ? entry.first.flatMap(Kind.init) : nil
      add(kind == nil ? entry : String(entry.dropFirst(2)), kind, isOn: isOn)
    }
  }
}

extension StringProtocol {
  /// Without what `isTrimmed` holds for at both ends.
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    let start = firstIndex { !isTrimmed($0) } ?? endIndex
    let end = self[start...].lastIndex { !isTrimmed($0) }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}

extension EncodedText {
  /// `text` without its entities.
  fileprivate static func plain(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { EncodedText(bytes: $0[...], isVerbatim: false, isCode: true).decoded }
  }
}
