internal import ArgumentParser
internal import Danmaku

/// The picture that subtitles are made for, and how comments look on it.
struct PictureOptions: ParsableArguments {
  @Option(help: .init("The picture's size; players scale it to the film's.", valueName: "WxH"))
  var resolution = Resolution(width: 1920, height: 1080)
  @Option(help: .init("The font that the player looks for.", valueName: "name"))
  var font = ASSOptions().fontName
  @Option(help: .init("How high a line is, in pixels of the picture.", valueName: "pixels"))
  var size = 38
  @Option(help: .init("In how many seconds a comment crosses the picture.", valueName: "seconds"))
  var scroll = 12.0
  @Option(help: .init("For how many seconds a still comment stands.", valueName: "seconds"))
  var fixed = 5.0
  @Option(help: .init("How much of the picture's height comments use, from its top; else all.", valueName: "percent"))
  var area: Int?
  @Option(
    name: .customLong("subtitle-safe"),
    help: .init("How much of the picture's height stays free at its bottom; else nothing.", valueName: "percent"))
  var subtitleSafe: Int?
  @Option(help: .init("How much comments cover what is behind them.", valueName: "percent"))
  var opacity = 100
  @Option(help: .init("The width of the line around each character.", valueName: "pixels"))
  var outline = ASSOptions().outline
  @Option(name: .customLong("when-full"), help: "What becomes of a comment that finds no lane: drop or overlap.")
  var whenFull = WhenFull.drop

  func validate() throws {
    for (name, percent) in [("area", area), ("subtitle-safe", subtitleSafe), ("opacity", opacity)] {
      guard 0...100 ~= percent ?? 0 else { throw ValidationError("--\(name) wants percent from 0 to 100.") }
    }
    guard 1...1000 ~= size else { throw ValidationError("--size wants pixels from 1 to 1000.") }
    for (name, seconds) in [("scroll", scroll), ("fixed", fixed)] {
      guard 0.1...600 ~= seconds else { throw ValidationError("--\(name) wants seconds from 0.1 to 600.") }
    }
    guard 0...100 ~= outline else { throw ValidationError("--outline wants pixels from 0 to 100.") }
  }

  /// The options that these are; where they leave it open, `rules` tell which part of the picture comments use.
  func options(with rules: RuleSet) -> ASSOptions {
    var options = ASSOptions()
    options.width = resolution.width
    options.height = resolution.height
    options.fontName = font
    options.fontSize = size
    options.crossing = Int((scroll * 1000).rounded())
    options.standing = Int((fixed * 1000).rounded())
    options.area = area ?? rules.area
    options.subtitleSafe = subtitleSafe ?? rules.subtitleSafe
    options.opacity = Double(opacity) / 100
    options.outline = outline
    options.whenFull = whenFull.policy
    return options
  }
}

/// `1920x1080`
struct Resolution: ExpressibleByArgument, CustomStringConvertible {
  var width: Int
  var height: Int

  /// No picture is larger, and no layout either.
  private static let sides = 16...10_000

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(argument: String) {
    let sides = argument.lowercased().replacing("×", with: "x").split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]), Self.sides ~= width,
      Self.sides ~= height
    else { return nil }
    self.init(width: width, height: height)
  }

  var description: String { "\(width)x\(height)" }
  var defaultValueDescription: String { description }
}

/// What becomes of a comment that finds every lane taken.
enum WhenFull: String, CaseIterable, ExpressibleByArgument {
  case drop, overlap

  /// The policy of the layout.
  var policy: LanesFull { self == .drop ? .drop : .overlap }
}
