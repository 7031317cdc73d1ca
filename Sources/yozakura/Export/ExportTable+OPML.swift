internal import Anime
internal import Markup

extension ExportTable {
  /// An outline by status, OPML 2.0: programs for outlines and mind maps read it.
  ///
  /// A show with an official site is a link to it.
  var opml: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
        <head><title>Yozakura</title></head>
        <body>

      """
    for status in WatchStatus.allCases.map(Optional.some) + [nil] {
      let shows = rows.filter { $0.entry.status == status }
      guard !shows.isEmpty else { continue }
      text += "    <outline text=\"\(status?.rawValue ?? "none")\">\n"
      text += shows.map(Self.outline).joined() + "    </outline>\n"
    }
    return text + "  </body>\n</opml>\n"
  }

  private static func outline(_ row: ExportRow) -> String {
    var attributes = [("text", row.show?.titles.native ?? row.entry.show.description)]
    if let site = row.show?.officialSite, !site.isEmpty { attributes += [("type", "link"), ("url", site)] }
    attributes += [("id", row.entry.show.description), ("progress", String(row.entry.progress))]
    if let score = row.entry.score { attributes.append(("score", ScoreScale.decimal.text(score))) }
    if !row.entry.tags.isEmpty { attributes.append(("category", row.entry.tags.joined(separator: ","))) }
    if !row.entry.note.isEmpty { attributes.append(("_note", row.entry.note)) }
    let words = attributes.map { "\($0)=\"\(MarkupEscapes.escape($1))\"" }.joined(separator: " ")
    return "      <outline \(words)/>\n"
  }
}
