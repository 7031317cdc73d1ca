import Foundation
import TestSupport
import Testing

/// The exported page as a browser shows it.
@Suite(.blocking, .enabled(if: Browser.isInstalled, "chromium is not installed"))
struct ExportPageTests {
  private let program: Program

  init() throws {
    program = try Program()
    _ = try program.run("set", "bangumi:400602", "--status", "completed", "--score", "9.5", "--note", "<b>旅</b>")
    _ = try program.run("set", "bangumi:501963", "--status", "watching", "--score", "10", "--tags", "異世界")
    _ = try program.run("set", "bangumi:515759", "--status", "planned", "--score", "8")
  }

  /// What `script` finds in the page after it was shown, written as JSON.
  private func find(_ script: String, _ options: String...) throws -> [String: Any] {
    let page = try program.run("export", "--format", "html").output
    let found = "<script>document.title = JSON.stringify((() => { \(script) })())</script></body>"
    try page.replacing("</body>", with: found)
      .write(toFile: program.home + "/page.html", atomically: true, encoding: .utf8)
    let shown = try Browser.show("page.html", of: program, options)
    let title = try #require(shown.output.firstMatch(of: #/<title>(.*?)</title>/#)?.output.1, "\(shown.talk)")
    return try #require(try JSONSerialization.jsonObject(with: Data(title.utf8)) as? [String: Any])
  }

  private static let scores = "[...document.querySelectorAll('td.score')].map(cell => cell.textContent)"

  @Test func `Text is text, and nothing is asked of the network`() throws {
    let found = try find(
      """
      const notes = [...document.querySelectorAll("td.note")].map(cell => cell.textContent);
      return { hasNote: notes.includes("<b>旅</b>"), bold: document.querySelectorAll("td b").length,
        rows: document.querySelectorAll("tbody tr").length, requests: performance.getEntriesByType("resource").length };
      """)

    #expect(found["hasNote"] as? Bool == true)
    #expect(found["bold"] as? Int == 0)
    #expect(found["rows"] as? Int == 3)
    #expect(found["requests"] as? Int == 0)
  }

  @Test func `A click orders by the numbers of a column, a second one turns it around`() throws {
    let found = try find(
      """
      const head = document.querySelector("th.score");
      head.firstChild.click();
      const rising = \(Self.scores);
      head.firstChild.click();
      return { rising, falling: \(Self.scores), sort: head.getAttribute("aria-sort") };
      """)

    #expect(found["rising"] as? [String] == ["8.0", "9.5", "10.0"])
    #expect(found["falling"] as? [String] == ["10.0", "9.5", "8.0"])
    #expect(found["sort"] as? String == "descending")
  }

  @Test func `What is typed leaves out the shows that do not hold it`() throws {
    let found = try find(
      """
      const field = document.querySelector("input");
      field.value = "ｗatching 異世界";
      field.dispatchEvent(new Event("input"));
      return { shown: [...document.querySelectorAll("tbody tr")].filter(row => row.offsetHeight > 0).length };
      """)

    #expect(found["shown"] as? Int == 1)
  }

  @Test func `It is light or dark as its reader has it`() throws {
    let script = "return { night: getComputedStyle(document.body).backgroundColor };"

    #expect(try find(script)["night"] as? String == "rgb(255, 250, 252)")
    #expect(try find(script, "--force-dark-mode")["night"] as? String == "rgb(20, 18, 26)")
  }
}

/// A headless Chromium, which has a home of its own and reaches nobody.
enum Browser {
  static let isInstalled = (try? Program().shell("command -v chromium").status) == 0

  /// Shows the file `page` in the home of `program`, and says what the document is then.
  static func show(_ page: String, of program: Program, _ options: [String]) throws -> Outcome {
    let fixed = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--user-data-dir=profile", "--virtual-time-budget=2000", "--dump-dom",
    ]
    let words = (["timeout", "60", "chromium"] + fixed + options).joined(separator: " ")
    return try program.shell("\(words) \"file://$PWD/\(page)\"")
  }
}
