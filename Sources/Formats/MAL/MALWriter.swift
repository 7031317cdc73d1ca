internal import Markup

extension MALFile {
  /// The list as MyAnimeList exports and imports it: UTF-8 without a byte order mark, all 23 fields of each entry.
  public var xml: [UInt8] {
    var (xml, end) = Self.frame(of: entries.map(\.status), user: user)
    for entry in entries { entry.append(to: &xml) }
    return xml + end
  }

  /// What stands in such a list before and behind entries that have `statuses`.
  public static func frame(of statuses: [MALStatus?], user: String = "") -> (head: [UInt8], end: [UInt8]) {
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <myanimelist>
        <myinfo>
          <user_name>\(MarkupEscapes.escape(user))</user_name>
          <user_export_type>1</user_export_type>
          <user_total_anime>\(statuses.count)</user_total_anime>
      \(totals(of: statuses))  </myinfo>

      """
    return (Array(head.utf8), Array("</myanimelist>\n".utf8))
  }

  private static func totals(of statuses: [MALStatus?]) -> String {
    let counts = statuses.reduce(into: [:]) { counts, status in counts[status, default: 0] += 1 }
    let names: [(String, MALStatus)] = [
      ("watching", .watching), ("completed", .completed), ("onhold", .onHold), ("dropped", .dropped),
      ("plantowatch", .planToWatch),
    ]
    return names.map { "    <user_total_\($0)>\(counts[$1] ?? 0)</user_total_\($0)>\n" }.joined()
  }
}

extension MALEntry {
  /// Adds the anime as it stands in the list: UTF-8, all its fields, each in a line.
  public func append(to xml: inout [UInt8]) {
    xml += "  <anime>\n".utf8
    for field in MALField.order {
      Self.write(field.rawValue, self[field], isSection: field.isSection, to: &xml)
    }
    for (name, value) in others.sorted(by: { $0.key < $1.key }) where Self.isName(name) {
      Self.write(name, value, isSection: false, to: &xml)
    }
    xml += "  </anime>\n".utf8
  }

  /// Piece by piece: a list has a hundred thousand elements.
  private static func write(_ name: String, _ text: String, isSection: Bool, to xml: inout [UInt8]) {
    xml += "    <".utf8
    xml += name.utf8
    xml += ">".utf8
    if isSection { MarkupEscapes.append(section: text, to: &xml) } else { MarkupEscapes.append(text, to: &xml) }
    xml += "</".utf8
    xml += name.utf8
    xml += ">\n".utf8
  }

  /// Whether `name` can be an element's: it came from one, but may have been changed since.
  private static func isName(_ name: String) -> Bool {
    name.first?.isLetter ?? false && name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }
}
