internal import Markup

extension MALFile {
  /// The list as MyAnimeList exports and imports it: UTF-8 without a byte order mark, all 23 fields of each entry.
  public var xml: [UInt8] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <myanimelist>
        <myinfo>
          <user_name>\(MarkupEscapes.escape(user))</user_name>
          <user_export_type>1</user_export_type>
          <user_total_anime>\(entries.count)</user_total_anime>
      \(totals)  </myinfo>

      """
    for entry in entries { entry.write(to: &text) }
    return Array((text + "</myanimelist>\n").utf8)
  }

  private var totals: String {
    let counts = entries.reduce(into: [:]) { counts, entry in counts[entry.status, default: 0] += 1 }
    let names: [(String, MALStatus)] = [
      ("watching", .watching), ("completed", .completed), ("onhold", .onHold), ("dropped", .dropped),
      ("plantowatch", .planToWatch),
    ]
    return names.map { "    <user_total_\($0)>\(counts[$1] ?? 0)</user_total_\($0)>\n" }.joined()
  }
}

extension MALEntry {
  fileprivate func write(to text: inout String) {
    text += "  <anime>\n"
    for field in MALField.allCases {
      let value = self[field]
      Self.write(
        field.rawValue, field.isSection ? MarkupEscapes.section(value) : MarkupEscapes.escape(value), to: &text)
    }
    for (name, value) in others.sorted(by: { $0.key < $1.key }) where Self.isName(name) {
      Self.write(name, MarkupEscapes.escape(value), to: &text)
    }
    text += "  </anime>\n"
  }

  /// Piece by piece: a list has a hundred thousand elements.
  private static func write(_ name: String, _ markup: String, to text: inout String) {
    for piece in ["    <", name, ">", markup, "</", name, ">\n"] { text += piece }
  }

  /// Whether `name` can be an element's: it came from one, but may have been changed since.
  private static func isName(_ name: String) -> Bool {
    name.first?.isLetter ?? false && name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }
}
