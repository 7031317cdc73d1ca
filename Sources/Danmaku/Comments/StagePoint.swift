/// A place on the stage as the author of a positioned comment wrote it.
public struct StagePoint: Hashable, Sendable {
  /// From the left edge.
  public var x: StageLength
  /// From the top edge.
  public var y: StageLength

  /// The place `x` from the left and `y` from the top.
  public init(x: StageLength, y: StageLength) {
    self.x = x
    self.y = y
  }
}

/// A length on the stage; it may lie outside.
public enum StageLength: Hashable, Sendable {
  /// Pixels of a player of old, whose size `PlayerStage` tells.
  case pixels(Double)
  /// A share of the stage, whatever its size: 0 one edge, 1 the other.
  case share(Double)

  /// The share of a stage that is `pixels` long in the author's player.
  public func share(of pixels: Double) -> Double {
    switch self {
    case .pixels(let length): length / pixels
    case .share(let share): share
    }
  }
}

/// The stage for which pixels were chosen.
///
/// No file tells which one, and Bilibili's player grew over the years. The positioned comments of real files
/// stay within 540×384 until 2013, and reach 862×568 in 2016; between lie the 672×438 that converters of
/// that time assume. So the moment of sending decides.
public struct PlayerStage: Hashable, Sendable {
  /// Pixels from left to right.
  public let width: Double
  /// Pixels from top to bottom.
  public let height: Double

  /// The stage of a comment that was sent `sent` seconds after 1970; the middle one where that is not known.
  public init(sent: Int64? = nil) {
    switch sent {
    case .some(1..<Self.startOf2014): (width, height) = (540, 384)
    case .some(Self.startOf2016...): (width, height) = (891, 589)
    default: (width, height) = (672, 438)
    }
  }

  private static let startOf2014: Int64 = 1_388_534_400
  private static let startOf2016: Int64 = 1_451_606_400
}
