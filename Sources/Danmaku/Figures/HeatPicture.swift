/// The heat of a film as a picture of its own: an SVG that needs neither script nor style nor font from elsewhere.
public struct HeatPicture: Hashable, Sendable {
  private let heat: Heat
  private let title: String
  private let duration: Int

  /// The width and the height, in the picture's own units; the curve takes the middle.
  private static let width = 960
  private static let height = 200
  private static let left = 20
  private static let top = 50
  private static let bottom = 160
  private static let bars = 480

  /// The picture of `heat`, of a film of `duration` milliseconds that is called `title`.
  public init(_ heat: Heat, title: String, duration: Int) {
    self.heat = heat
    self.title = title
    self.duration = max(1, duration)
  }

  /// The picture as text in UTF-8.
  ///
  /// The ground is opaque, since whoever shows it may have a light one or a dark one.
  public var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" \
    font-family="sans-serif" font-size="12" role="img">
    <title>\(Self.escaped(title))</title>
    <rect width="\(Self.width)" height="\(Self.height)" fill="#16131c"/>
    <text x="\(Self.left)" y="24" font-size="14" fill="#e4dfe8">\(Self.escaped(title))</text>
    <path d="\(curve)" fill="#e79fb8"/>
    \(peaks.joined())<text x="\(Self.left)" y="182" fill="#8d8594">\(MediaTime.text(0))</text>
    <text x="\(Self.width - Self.left)" y="182" fill="#8d8594" text-anchor="end">\(MediaTime.text(duration))</text>
    </svg>

    """
  }
}

extension HeatPicture {
  private static var span: Int { width - 2 * left }

  /// The outline of the heights, closed along the ground.
  private var curve: String {
    let heights = Density(heat, count: Self.bars).heights
    let points = heights.indices.map {
      "L\(Self.left + (2 * $0 + 1) * Self.span / (2 * Self.bars)) \(Self.y(heights[$0]))"
    }
    return "M\(Self.left) \(Self.bottom)\(points.joined())L\(Self.width - Self.left) \(Self.bottom)Z"
  }

  /// A line and a time at each peak; times that would touch stand in two rows.
  private var peaks: [String] {
    var lastX = [Int.min / 2, Int.min / 2]
    return heat.peaks.map { peak in
      let x = Self.left + Self.span * min(peak.time, duration) / duration
      let row = x - lastX[0] >= Self.labelWidth || x - lastX[0] > x - lastX[1] ? 0 : 1
      lastX[row] = x
      let y = Self.top - 4 + 10 * row
      return """
        <path d="M\(x) \(y + 3)V\(Self.bottom)" stroke="#f0b060" stroke-dasharray="2 3"/>
        <text x="\(x)" y="\(y)" fill="#f0b060" text-anchor="middle">\(MediaTime.text(peak.time))</text>

        """
    }
  }

  private static let labelWidth = 48

  private static func y(_ height: Double) -> Int { bottom - Int(Double(bottom - top - 10) * height) }

  /// `text` as character data: without controls, which XML does not know.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
