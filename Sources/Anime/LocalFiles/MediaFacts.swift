/// What a film itself tells of its picture and its length, whatever its name says.
public struct MediaFacts: Hashable, Sendable {
  /// The pixels of its picture from left to right; nil where it has none, or does not tell.
  public var width: Int?
  /// The pixels from top to bottom.
  public var height: Int?
  /// How long it is, in milliseconds; nil where that is not told.
  public var duration: Int?

  /// Facts; without any, what is known of a file that is no film.
  public init(width: Int? = nil, height: Int? = nil, duration: Int? = nil) {
    self.width = width
    self.height = height
    self.duration = duration
  }

  /// `1920×1080`; nil where there is no picture.
  public var pictureText: String? {
    guard let width, let height else { return nil }
    return "\(width)×\(height)"
  }
}

extension MediaFacts {
  /// The text that `init(text:)` reads: `1920 1080 1420000`, with 0 for what is not told.
  var text: String { [width, height, duration].map { String($0 ?? 0) }.joined(separator: " ") }

  /// Reads facts; nil where `text` holds none.
  init?(text: String) {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let told = numbers.map { $0 > 0 ? $0 : nil }
    self.init(width: told[0], height: told[1], duration: told[2])
  }
}
