import App
import Foundation
import TUI
import Testing

/// Whether what is to be read can be read: the contrast of text as WCAG 2.2 computes it, 4.5 to 1 at least.
@Suite struct ContrastTests {
  private static let themes = ["yozakura", "hanami"]

  /// What draws rules, bars and borders: nothing in it is read.
  private static let shapes: Set<StyleName> = [.panel, .listScrollbar, .gauge, .gaugeRest, .stageProgress]

  /// What is also written into the top bar and the last line, on their background.
  private static let onBars: [StyleName] = [
    .new, .markDone, .markOff, .markWatching, .changeRemoved, .changeAdded, .fieldPrompt, .field, .textDim, .textStrong,
  ]

  @Test(arguments: themes, [ColorDepth.palette256, .trueColor])
  func `All that is read stands out from what is behind it`(_ name: String, _ depth: ColorDepth) throws {
    let theme = try #require(Theme(builtIn: name, depth: depth))

    for style in StyleName.allCases where !Self.shapes.contains(style) {
      let look = theme[style]
      #expect(try contrast(look.foreground, look.background) >= 4.5, "\(style) of \(name)")
    }
  }

  @Test(arguments: themes, [StyleName.bar, .line])
  func `What is said in the bar and the last line stands out from them`(_ name: String, _ ground: StyleName) throws {
    let theme = try #require(Theme(builtIn: name, depth: .trueColor))

    for style in Self.onBars {
      #expect(
        try contrast(theme[style].foreground, theme[ground].background) >= 4.5, "\(style) of \(name) on \(ground)")
    }
  }

  @Test func `Black on white has the contrast that the standard gives it`() throws {
    #expect(try contrast(.rgb(0, 0, 0), .rgb(255, 255, 255)) == 21)
    #expect(abs(try contrast(.rgb(118, 118, 118), .rgb(255, 255, 255)) - 4.54) < 0.01)
  }

  /// The contrast ratio, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
  private func contrast(_ one: Color, _ other: Color) throws -> Double {
    let (one, other) = (try luminance(one), try luminance(other))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// The relative luminance, from 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  private func luminance(_ color: Color) throws -> Double {
    let (red, green, blue) = try #require(color.components)
    func linear(_ part: UInt8) -> Double {
      let part = Double(part) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
