internal import Anime
internal import Markup

extension MALFile {
  /// The most bytes that are read: a list of fifty thousand anime has about as many.
  public static let limit = 64 << 20

  /// Reads `bytes`, XML as MyAnimeList, Kitsu and others export it; unpacked already.
  public init(reading bytes: [UInt8]) throws(MALError) {
    var reader: MALReader
    let root: String
    do throws(MarkupError) {
      reader = try MALReader(bytes)
      root = try reader.root()
    } catch {
      throw .markup(error)
    }
    guard root == "myanimelist" else { throw .notList(root: Sanitiser.clean(root)) }
    self = reader.file()
  }
}

/// Reads a list of MyAnimeList's, element by element.
private struct MALReader {
  private var reader: MarkupReader
  private var list = MALFile(entries: [])
  private var seen: Set<Int> = []

  init(_ bytes: [UInt8]) throws(MarkupError) {
    reader = try MarkupReader(bytes, limits: MarkupLimits(bytes: MALFile.limit), siblings: ["anime", "manga"])
  }

  /// The name of the first element; empty where there is none.
  mutating func root() throws(MarkupError) -> String {
    guard case .start(let root)? = try reader.next() else { return "" }
    return root.name.local
  }

  /// Reads the rest, as far as it can be.
  mutating func file() -> MALFile {
    do throws(MarkupError) {
      while let event = try reader.next() {
        guard case .start(let element) = event else { continue }
        switch element.name.local {
        case "anime", "manga": try readEntry(isManga: element.name.local == "manga")
        case "user_name": list.user = Sanitiser.clean(try reader.text())
        // What surrounds the entries, or is the list's own.
        default: continue
        }
      }
    } catch {
      list.problem = error
    }
    return list
  }

  private mutating func readEntry(isManga: Bool) throws(MarkupError) {
    let line = reader.place().line
    var (texts, others): ([MALField: String], [String: String]) = ([:], [:])
    let outer = reader.depth - 1
    while reader.depth > outer, let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      let text = Self.cleaned(try reader.text())
      if let field = MALField(rawValue: element.name.local) {
        texts[field] = text
      } else {
        others[Sanitiser.clean(element.name.local)] = text
      }
    }
    add(MALEntry(texts: texts, others: others), isManga: isManga, line: line)
  }

  private mutating func add(_ entry: MALEntry, isManga: Bool, line: Int) {
    let reason: MALSkipped.Reason? =
      if isManga { .manga } else if reader.isTorn { .cutOff } else if let id = entry.id {
        seen.insert(id).inserted ? nil : .duplicate
      } else { .noID }
    if let reason { list.skipped.append(MALSkipped(reason, entry, line: line)) } else { list.entries.append(entry) }
  }

  /// Harmless text; what people type may have lines.
  private static func cleaned(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return Sanitiser.clean(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Sanitiser.clean(String($0)) }
    let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    return lines[first...].reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
  }
}
