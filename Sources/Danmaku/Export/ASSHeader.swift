/// What stands above the lines of a file of the format ASS.
enum ASSHeader {
  /// The name of the style that all lines have.
  static let style = "Danmaku"

  /// Everything up to the first line.
  ///
  /// `WrapStyle: 2` keeps players from breaking long comments into lines.
  static func text(_ options: ASSOptions) -> String {
    """
    [Script Info]
    ScriptType: v4.00+
    PlayResX: \(options.width)
    PlayResY: \(options.height)
    WrapStyle: 2
    ScaledBorderAndShadow: yes
    YCbCr Matrix: None

    [V4+ Styles]
    Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
    Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, \
    MarginV, Encoding
    \(styleLine(options))

    [Events]
    Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

    """
  }

  private static func styleLine(_ options: ASSOptions) -> String {
    let alpha = hexadecimal(255 - Int((max(0, min(options.opacity, 1)) * 255).rounded()))
    let colors = ["FFFFFF", "FFFFFF", "000000", "000000"].map { "&H\(alpha)\($0)" }.joined(separator: ",")
    let outline = Int((max(0, min(options.outline, 100)) * 100).rounded())
    let width = "\(outline / 100).\(outline % 100 / 10)\(outline % 10)"
    return "Style: \(style),\(options.safeFontName),\(options.fontSize),\(colors),"
      + "0,0,0,0,100,100,0,0,1,\(width),0,7,0,0,0,1"
  }

  /// Two digits.
  private static func hexadecimal(_ number: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
