import Anime
import Picture

extension Option {
  /// The options of films in the terminal.
  static let theatre: [Option] = [
    Option(
      "theatre.cells", choices: ["half", "quadrant", "sextant"],
      """
      How the picture of a film is put into cells: two pixels each with their own colours, four, or six. Sextants need \
      a font with Unicode 13's characters for legacy computing.
      """
    ) {
      .string($0.theatreCells.word)
    } write: { configuration, value in
      guard case .string(let text) = value, let mosaic = Mosaic.allCases.first(where: { $0.word == text }) else {
        return false
      }
      configuration.theatreCells = mosaic
      return true
    },
    flag(
      "theatre.picture", "Whether a film has a picture in the terminal; without one there are comments and sound.",
      \.theatrePicture),
    Option(
      "theatre.audio", expected: "\"auto\", \"pulse\", \"alsa\", \"null\"",
      "Where the sound of a film goes, by the names of mpv's --ao; \"null\" is nowhere."
    ) {
      .string($0.theatreAudio ?? "auto")
    } write: { configuration, value in
      guard case .string(let text) = value, !text.isEmpty, text.allSatisfy(\.isAudioOutput) else { return false }
      configuration.theatreAudio = text == "auto" ? nil : text
      return true
    },
  ]
}

extension Mosaic {
  /// What `theatre.cells` calls it.
  fileprivate var word: String {
    switch self {
    case .halfBlocks: "half"
    case .quadrants: "quadrant"
    case .sextants: "sextant"
    }
  }
}

extension Character {
  /// Whether the name of an audio output may have it.
  fileprivate var isAudioOutput: Bool { isASCII && (isLetter || isNumber || self == "," || self == "-") }
}
