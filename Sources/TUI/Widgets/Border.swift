/// The characters of a frame around something.
public struct Border: Hashable, Sendable {
  /// The four corners, from the top left clockwise.
  public let corners: [Character]
  /// The lines.
  public let horizontal: Character, vertical: Character

  /// A border of these characters; there are four corners, from the top left clockwise.
  public init(corners: [Character], horizontal: Character, vertical: Character) {
    precondition(corners.count == 4, "a border has four corners")
    self.corners = corners
    self.horizontal = horizontal
    self.vertical = vertical
  }

  /// `╭─╮│╰╯`
  public static let rounded = Border(corners: ["╭", "╮", "╯", "╰"], horizontal: "─", vertical: "│")
  /// `+-+|`
  public static let ascii = Border(corners: ["+", "+", "+", "+"], horizontal: "-", vertical: "|")

  /// Rounded, or ASCII where box-drawing characters might take two cells.
  public static func standard(for ambiguity: TextWidth.Ambiguity) -> Border {
    ambiguity == .narrow ? .rounded : .ascii
  }
}
