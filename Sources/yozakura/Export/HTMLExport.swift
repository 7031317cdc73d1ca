internal import Anime
internal import Locking
internal import Markup

/// The list as one page that needs nothing else: no network, no other file; light or dark as its reader has it.
///
/// A click on the head of a column puts the shows in its order, a second one turns it around, and what is typed into
/// the field above leaves out the rows that do not hold it; without scripts the page is a plain table. Nothing in it
/// can reach out: its policy forbids every address, and text stands for itself.
struct HTMLExport {
  private let columns: [ExportColumn]
  private let rows: [ExportRow]

  /// A page of `table`. Where nobody chose its `fields`, what is read most comes first, and a column that is empty for
  /// every show is left out.
  init(_ table: ExportTable) {
    let rows = table.rows
    self.rows = rows
    columns = table.fields ?? Self.order.filter { column in rows.contains { !HTMLCell(column, of: $0).isEmpty } }
  }

  /// The page, with a final newline.
  var page: [[UInt8]] { [Array(head.utf8)] + body + [Array(end.utf8)] }

  private var head: String {
    """
    <!doctype html>
    <html lang="ja">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <title>夜桜 Yozakura</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <header><h1>夜桜</h1><p>\(summary)</p><input type="search" hidden aria-label="⌕" placeholder="⌕"></header>
    <table>
    <thead><tr>\(columnHeads)</tr></thead>
    <tbody>

    """
  }

  private var end: String {
    """
    </tbody>
    </table>
    <script>
    \(Self.script)
    </script>
    </body>
    </html>

    """
  }

  /// `40 · watching 7 · completed 12`.
  private var summary: String {
    let counts = WatchStatus.allCases.compactMap { status in
      let count = rows.count { $0.entry.status == status }
      return count > 0 ? "<span class=\"\(status.rawValue)\">\(status.rawValue) \(count)</span>" : nil
    }
    return (["<b>\(rows.count)</b>"] + counts).joined(separator: " ")
  }

  private var columnHeads: String {
    columns.map { "<th scope=\"col\" class=\"\($0.rawValue)\"><button>\($0.rawValue)</button></th>" }.joined()
  }

  private var body: [[UInt8]] {
    Threads.mapSlices(of: rows) { [columns] rows in
      var body: [UInt8] = []
      for row in rows {
        body += "<tr>".utf8
        for column in columns { HTMLCell(column, of: row).write(to: &body) }
        body += "</tr>\n".utf8
      }
      return body
    }
  }

  private static let order: [ExportColumn] = [
    .title, .type, .status, .progress, .score, .priority, .tags, .note, .begin, .end, .started, .finished, .rewatches,
    .followed, .delays, .episodeOffset, .bangumi, .anilist, .mal, .anidb, .id,
  ]
}

/// What stands in a cell of the page: a number that is 0 and what is not so are not there, of a moment the day in
/// Japan.
private struct HTMLCell {
  private let column: ExportColumn
  private let text: String
  /// By what its column is put in order, where that is not its text.
  private let order: String?

  init(_ column: ExportColumn, of row: ExportRow) {
    self.column = column
    let text = column.text(of: row)
    switch column {
    case .begin, .end:
      let day = Instant(iso8601: text).map { Zone.japan.civil($0).date.description }
      (self.text, order) = (day ?? "", text)
    case .followed:
      (self.text, order) = (row.entry.isFollowed ? "●" : "", row.entry.isFollowed ? "1" : "0")
    case .progress, .rewatches:
      let number = column.key(of: row).number
      (self.text, order) = (number == 0 ? "" : text, String(number))
    case .score, .episodeOffset, .status, .priority:
      (self.text, order) = (text, String(column.key(of: row).number))
    default: (self.text, order) = (text, nil)
    }
  }

  var isEmpty: Bool { text.isEmpty }

  func write(to page: inout [UInt8]) {
    page += "<td class=\"".utf8
    page += column.rawValue.utf8
    if column == .status, !text.isEmpty {
      page += " ".utf8
      page += text.utf8
    }
    if let order {
      page += "\" data-order=\"".utf8
      page += order.utf8
    }
    page += "\">".utf8
    if column == .tags, !text.isEmpty {
      for tag in text.split(separator: ",") {
        page += "<i>".utf8
        MarkupEscapes.append(String(tag), to: &page)
        page += "</i> ".utf8
      }
    } else {
      MarkupEscapes.append(text, to: &page)
    }
    page += "</td>".utf8
  }
}

extension HTMLExport {
  private static let style = """
    :root { --night: #fffafc; --raised: #fff; --moon: #2b2530; --mist: #857a8d; --line: #f0e4eb; --blossom: #c2447a;
      --lantern: #b8641b; --leaf: #4b7f58; --petal: #fdeef5; }
    @media (prefers-color-scheme: dark) {
      :root { --night: #14121a; --raised: #1a1722; --moon: #dcd7e2; --mist: #857d90; --line: #262230; --blossom: #ff87af;
        --lantern: #ffaf5f; --leaf: #87af87; --petal: #241c29; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; padding: 2.5rem clamp(1rem, 4vw, 4rem); background: var(--night); color: var(--moon);
      font: 15px/1.5 system-ui, "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; }
    header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .4rem 1.4rem; margin-bottom: 1.6rem; }
    h1 { margin: 0; color: var(--blossom); font-size: 2.2rem; font-weight: 500; letter-spacing: .08em; }
    header p { margin: 0; color: var(--mist); }
    header p b { color: var(--moon); font-weight: 600; }
    header span { margin-left: .9rem; white-space: nowrap; }
    input { margin-left: auto; width: 16rem; padding: .35rem .8rem; border: 1px solid var(--line); border-radius: 99px;
      background: var(--raised); color: inherit; font: inherit; }
    input:focus { outline: 2px solid var(--blossom); border-color: transparent; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th { position: sticky; top: 0; z-index: 1; background: var(--night); text-align: left;
      box-shadow: inset 0 -1px var(--line); }
    th button { all: unset; cursor: pointer; color: var(--mist); font-size: .8rem; padding: .5rem .9rem .5rem .2rem;
      white-space: nowrap; }
    th button:hover, th button:focus-visible, th[aria-sort] button { color: var(--blossom); }
    th[aria-sort=ascending] button::after { content: " ↑"; }
    th[aria-sort=descending] button::after { content: " ↓"; }
    td { border-bottom: 1px solid var(--line); padding: .5rem .9rem .5rem .2rem; vertical-align: baseline;
      white-space: nowrap; }
    tbody tr:hover { background: var(--petal); }
    td.title { font-weight: 500; min-width: 15rem; white-space: normal; }
    td.note { min-width: 14rem; max-width: 26rem; white-space: pre-line; color: var(--mist); font-size: .9rem; }
    td.tags { white-space: normal; min-width: 8rem; }
    td.tags i { display: inline-block; padding: 0 .55rem; border-radius: 99px; background: var(--petal);
      color: var(--mist); font-size: .8rem; font-style: normal; white-space: nowrap; }
    tbody tr:hover td.tags i { background: var(--raised); }
    td.type, td.begin, td.end, td.started, td.finished, td.id, td.bangumi, td.anilist, td.mal, td.anidb, td.delays
      { color: var(--mist); font-size: .85rem; }
    .progress, .score, .rewatches, .episodeOffset { text-align: right; }
    td.score { color: var(--blossom); font-weight: 600; }
    td.followed { color: var(--lantern); text-align: center; }
    td.status:not([class$=status])::before, header span::before { content: ""; display: inline-block; width: .5rem;
      height: .5rem; margin-right: .5rem; border-radius: 50%; background: var(--mist); }
    td.watching::before, td.rewatching::before, header .watching::before, header .rewatching::before
      { background: var(--lantern) !important; }
    td.completed::before, header .completed::before { background: var(--leaf) !important; }
    td.planned::before, header .planned::before { background: var(--blossom) !important; }
    @media print { header input { display: none; } th { position: static; } }
    """

  private static let script = """
    const body = document.querySelector("tbody");
    const order = new Intl.Collator("ja", { numeric: true }).compare;
    for (const head of document.querySelectorAll("th")) {
      head.firstChild.addEventListener("click", () => {
        const turned = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const other of document.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", turned === 1 ? "ascending" : "descending");
        const key = row => row.cells[head.cellIndex].dataset.order ?? row.cells[head.cellIndex].textContent;
        const rows = [...body.rows].map(row => [key(row), row]);
        body.append(...rows.sort((a, b) => turned * order(a[0], b[0])).map(pair => pair[1]));
      });
    }
    const field = document.querySelector("input");
    field.hidden = false;
    field.addEventListener("input", () => {
      const words = field.value.normalize("NFKC").toLowerCase().split(/\\s+/);
      for (const row of body.rows) {
        const text = row.textContent.normalize("NFKC").toLowerCase();
        row.hidden = !words.every(word => text.includes(word));
      }
    });
    """
}
