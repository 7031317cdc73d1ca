import TUI

/// Labels and values, as the sheets beside lists show them.
///
///     Size      11.8 MB in 8,231 objects
///     Folder    /home/hana/.local/share/
///               yozakura
struct Fields {
  private let world: Surroundings
  /// The cells of the widest label and the blanks behind it.
  let labelWidth: Int

  /// Fields with these labels.
  init(labels: [String], _ world: Surroundings) {
    self.world = world
    labelWidth = world.widest(labels) + 2
  }

  /// A label and a value in one row, cut to `width`.
  func row(_ label: String, _ value: Line, width: Int = .max) -> Line {
    let label = label.padded(to: labelWidth - 1, ambiguity: world.ambiguity) + " "
    return (Line(label, style: world.theme[.textFaint]) + value).truncated(to: width, ambiguity: world.ambiguity)
  }

  /// A label and a value of one style in one row, cut to `width`.
  func row(_ label: String, _ value: String, _ style: StyleName, width: Int = .max) -> Line {
    row(label, Line(value, style: world.theme[style]), width: width)
  }

  /// A label and a text that goes on below itself, in at most three rows.
  func field(_ label: String, _ value: String, _ style: StyleName, width: Int) -> [Line] {
    let texts = value.wrapped(to: max(8, width - labelWidth), rows: 3, ambiguity: world.ambiguity)
    return texts.enumerated().map { index, text in row(index == 0 ? label : "", text, style) }
  }

  /// A text without a label, in at most four rows.
  func remark(_ text: String, _ style: StyleName, width: Int) -> [Line] {
    text.wrapped(to: width, rows: 4, ambiguity: world.ambiguity).map { Line($0, style: world.theme[style]) }
  }
}
