/// Reads a document piece by piece, as its caller asks: XML, and what feeds make of it.
///
///     var reader = try MarkupReader(bytes)
///     while let event = try reader.next() {
///       if case .start(let element) = event, element.name.local == "title" { titles.append(try reader.text()) }
///     }
///
/// Every element that begins ends too, whatever the document forgets or confuses: an end closes what was opened last
/// under its name, with all that lies within, and one that closes nothing is passed over. Nothing here recurses, no
/// entity is expanded, and what goes beyond `limits` is an error.
public struct MarkupReader: Sendable {
  /// An element that has begun.
  private struct Open {
    /// Its name as it is written.
    var written: Range<Int>
    var name: MarkupName
    /// How many namespaces were in force before it.
    var outer: Int
  }

  private let limits: MarkupLimits
  private let siblings: Set<String>
  private var scanner: MarkupScanner
  private var namespaces = Namespaces()
  private var open: [Open] = []
  /// How many elements end before anything else comes.
  private var endsDue = 0
  /// The tag that comes behind those ends.
  private var held: MarkupScanner.Token?
  /// Whether the end of the document has closed elements that it left open.
  private var isCutOff = false

  /// A reader of `bytes`, in UTF-8, UTF-16 or Latin-1, as they say themselves.
  ///
  /// An element that is named in `siblings`, as it is written, never lies in one of its own name: where the end of the
  /// one before was forgotten, its beginning is that end.
  public init(
    _ bytes: [UInt8], limits: MarkupLimits = MarkupLimits(), siblings: Set<String> = []
  ) throws(MarkupError) {
    guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
    self.limits = limits
    self.siblings = siblings
    scanner = MarkupScanner(try MarkupEncoding.decode(bytes), limits: limits)
  }

  /// How many elements have begun and not ended.
  public var depth: Int { open.count }

  /// Whether the document broke off: within a tag or a section, or with elements open that were ended for it.
  public var isTorn: Bool { isCutOff || scanner.isTorn }

  /// Where the piece begins that was read last.
  public mutating func place() -> MarkupPlace { scanner.place() }

  /// What comes next; nil at the end.
  public mutating func next() throws(MarkupError) -> MarkupEvent? {
    while true {
      if endsDue > 0 {
        endsDue -= 1
        return .end(close())
      }
      guard let token = try nextToken() else {
        guard !open.isEmpty else { return nil }
        isCutOff = true
        endsDue = open.count
        continue
      }
      switch token {
      case .text(let range, let isVerbatim):
        guard !open.isEmpty, !range.isEmpty else { continue }
        return .text(try text(range, isVerbatim: isVerbatim))
      case .close(let name):
        endsDue = ends(closing: name)
      case .open(let name, let attributes, let isEmpty):
        guard endsDue == 0 else {
          held = token
          continue
        }
        let element = try begin(name, attributes)
        if isEmpty { endsDue = 1 }
        return .start(element)
      }
    }
  }

  /// The next tag or text; one that ends elements first is held back until they have.
  private mutating func nextToken() throws(MarkupError) -> MarkupScanner.Token? {
    if let held {
      self.held = nil
      return held
    }
    let token = try scanner.next()
    if case .open(let name, _, _) = token, !siblings.isEmpty, siblings.contains(string(name)) {
      endsDue = ends(closing: name)
    }
    return token
  }

  /// How many elements end where the last one that is called so ends; 0 where there is none.
  private func ends(closing name: Range<Int>) -> Int {
    let sought = scanner.bytes[name]
    let found = open.lastIndex { $0.written.count == sought.count && scanner.bytes[$0.written] == sought }
    return found.map { open.count - $0 } ?? 0
  }

  private mutating func close() -> MarkupName {
    let closed = open.removeLast()
    namespaces.truncate(to: closed.outer)
    return closed.name
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes[range], as: UTF8.self)
  }
}

// MARK: - Elements and texts

extension MarkupReader {
  private mutating func begin(
    _ written: Range<Int>, _ attributes: [(name: Range<Int>, value: Range<Int>)]
  ) throws(MarkupError) -> MarkupElement {
    guard open.count < limits.depth else { throw scanner.beyond(.depth) }
    let outer = namespaces.count
    var plain: [(name: String, value: String)] = []
    for attribute in attributes {
      let (name, value) = (string(attribute.name), decoded(attribute.value))
      if let prefix = Self.declaredPrefix(name) {
        guard namespaces.count < limits.namespaces else { throw scanner.beyond(.namespaces) }
        namespaces.declare(prefix, as: value)
      } else {
        plain.append((name, value))
      }
    }
    let name = namespaces.resolve(string(written)[...], isAttribute: false)
    open.append(Open(written: written, name: name, outer: outer))
    return MarkupElement(
      name: name,
      attributes: plain.map {
        MarkupAttribute(name: namespaces.resolve($0.name[...], isAttribute: true), value: $0.value)
      })
  }

  /// `xmlns` → empty, `xmlns:dc` → `dc`; nil for every other attribute.
  private static func declaredPrefix(_ name: String) -> String? {
    guard name.hasPrefix("xmlns") else { return nil }
    let rest = name.dropFirst(5)
    return rest.isEmpty ? "" : rest.first == ":" ? String(rest.dropFirst()) : nil
  }

  private mutating func text(_ range: Range<Int>, isVerbatim: Bool) throws(MarkupError) -> String {
    guard !scanner.isSilent else { return "" }
    guard range.count <= limits.length else { throw scanner.beyond(.length) }
    return isVerbatim ? string(range) : decoded(range)
  }

  private func decoded(_ range: Range<Int>) -> String {
    let bytes = scanner.bytes[range]
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    return bytes.withUnsafeBufferPointer(CharacterReference.decode)
  }
}

// MARK: - Whole elements

extension MarkupReader {
  /// Reads to the end of the element that began last; its text, with that of the elements within.
  public mutating func text() throws(MarkupError) -> String {
    let outer = open.count - 1
    var text = ""
    while open.count > outer, let event = try next() {
      guard case .text(let piece) = event else { continue }
      guard text.utf8.count + piece.utf8.count <= limits.length else { throw scanner.beyond(.length) }
      text += piece
    }
    return text
  }

  /// Reads to the end of the element that began last, however long its texts are.
  public mutating func skip() throws(MarkupError) {
    let outer = open.count - 1
    scanner.isSilent = true
    defer { scanner.isSilent = false }
    while open.count > outer, try next() != nil {}
  }
}
