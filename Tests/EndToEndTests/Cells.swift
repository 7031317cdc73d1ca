import Foundation
import Testing

extension Trait where Self == ConditionTrait {
  /// Skips, and says why, where there is no terminal or no program to test.
  static var needsTerminal: Self { .enabled(if: Terminal.isAvailable, "tmux is not installed") }
}

/// What a terminal makes of a row: which column each character stands in, by libc's widths and not by ours.
enum Cells {
  /// libc's `wcwidth`, which Swift's Glibc leaves out for want of `_XOPEN_SOURCE`.
  private static let wcwidth: @convention(c) (wchar_t) -> Int32 = {
    setlocale(LC_CTYPE, "C.UTF-8")
    return unsafeBitCast(dlsym(nil, "wcwidth"), to: (@convention(c) (wchar_t) -> Int32).self)
  }()

  /// How many columns `text` takes.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + max(0, Int(wcwidth(wchar_t($1.value)))) }
  }

  /// The columns at which `marks` stand in `row`.
  static func columns(of marks: Set<Character>, in row: String) -> [Int] {
    row.indices.filter { marks.contains(row[$0]) }.map { width(row[..<$0]) }
  }

  /// Where the upright borders of the panels stand in the rows between bar and last line; one set for each row.
  static func borders(_ screen: String) -> [Set<Int>] {
    let rows = Terminal.rows(screen).drop { !$0.contains("╭") }.prefix { !$0.contains("╰") }.dropFirst()
    return rows.map { Set(columns(of: ["│"], in: $0)) }
  }
}
