internal import Markup

/// The list as one page that needs nothing else: no network, no other file; light or dark as its reader has it.
///
/// A click on the head of a column puts the shows in its order, a second one turns it around; without scripts the page
/// is a plain table. Nothing in it can reach out: its policy forbids every address, and text stands for itself.
struct HTMLExport {
  let table: ExportTable

  /// The page, with a final newline.
  var page: String {
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
    <h1>夜桜 <small>\(table.rows.count)</small></h1>
    <table>
    <thead><tr>\(head)</tr></thead>
    <tbody>
    \(body)</tbody>
    </table>
    <script>
    \(Self.script)
    </script>
    </body>
    </html>

    """
  }

  private var head: String {
    table.columns.map { "<th scope=\"col\"><button>\($0.rawValue)</button></th>" }.joined()
  }

  private var body: String {
    table.rows.map { row in "<tr>\(table.columns.map { cell($0, of: row) }.joined())</tr>\n" }.joined()
  }

  /// A cell; where text is not what shows are put in order by, the number is beside it.
  private func cell(_ column: ExportColumn, of row: ExportRow) -> String {
    let key = column.key(of: row)
    let order = key.text.isEmpty && column.isOrderedByNumber ? " data-order=\"\(key.number)\"" : ""
    return "<td class=\"\(column.rawValue)\"\(order)>\(MarkupEscapes.escape(column.text(of: row)))</td>"
  }

  private static let style = """
    :root { --night: #fffafc; --moon: #2b2530; --mist: #8d8494; --line: #eadfe6; --blossom: #c2447a; }
    @media (prefers-color-scheme: dark) {
      :root { --night: #14121a; --moon: #dcd7e2; --mist: #857d90; --line: #2a2633; --blossom: #ff87af; }
    }
    body { margin: 2rem auto; max-width: 90rem; padding: 0 1rem; background: var(--night); color: var(--moon);
      font: 15px/1.5 system-ui, "Noto Sans CJK JP", sans-serif; }
    h1 { color: var(--blossom); font-weight: 500; }
    small { color: var(--mist); font-size: 1rem; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th { position: sticky; top: 0; background: var(--night); text-align: left; }
    th button { all: unset; cursor: pointer; color: var(--mist); font-size: .8rem; padding: .4rem .6rem .4rem 0; }
    th button:focus-visible, th[aria-sort] button { color: var(--blossom); }
    th[aria-sort=ascending] button::after { content: " ↑"; }
    th[aria-sort=descending] button::after { content: " ↓"; }
    td { border-top: 1px solid var(--line); padding: .35rem .6rem .35rem 0; vertical-align: top; }
    td.id, td.begin, td.end, td.note { color: var(--mist); font-size: .85rem; }
    td.title { font-weight: 500; min-width: 14rem; }
    td.progress, td.score, td.rewatches { text-align: right; }
    td.score { color: var(--blossom); }
    """

  private static let script = """
    for (const head of document.querySelectorAll("th")) {
      head.firstChild.addEventListener("click", () => {
        const turned = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const other of document.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", turned === 1 ? "ascending" : "descending");
        const body = document.querySelector("tbody");
        const cell = row => row.children[head.cellIndex];
        const order = new Intl.Collator(undefined, { numeric: true }).compare;
        const number = row => Number(cell(row).dataset.order);
        const rows = [...body.rows].sort((a, b) => turned * ("order" in cell(a).dataset
          ? number(a) - number(b) : order(cell(a).textContent, cell(b).textContent)));
        body.append(...rows);
      });
    }
    """
}

extension ExportColumn {
  /// Whether the shows stand by a number in this column's order.
  fileprivate var isOrderedByNumber: Bool {
    switch self {
    case .progress, .score, .rewatches, .episodeOffset, .status, .priority: true
    default: false
    }
  }
}
