import Anime
import Picture

extension Option {
  /// The options of films in the terminal.
  static let theatre: [Option] = [
    Option(
      "theatre.cells", choices: TheatreCells.allCases.map(\.rawValue),
      """
      How the picture of a film is shown: in pixels, where the terminal answers that it takes kitty's or DEC's sixels, \
      or in cells of two pixels each with their own colours, of four, or of six. \"auto\" is pixels on this machine, \
      half cells elsewhere and over SSH. Sextants need a font with Unicode 13's characters for legacy computing.
      """
    ) {
      .string($0.theatreCells.rawValue)
    } write: { configuration, value in
      guard case .string(let text) = value, let cells = TheatreCells(rawValue: text) else { return false }
      configuration.theatreCells = cells
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
    Option(
      "theatre.screenshots", expected: "\"auto\", \"~/Pictures/anime\"",
      """
      The folder for pictures of films with their comments, from / or ~ on; it is made where it is missing. \"auto\" is \
      the folder of your desktop for pictures, as XDG_PICTURES_DIR or user-dirs.dirs names it, else ~/Pictures.
      """
    ) {
      .string($0.screenshotFolder ?? "auto")
    } write: { configuration, value in
      guard case .string(let text) = value, text == "auto" || text.isPathFromRootOrHome else { return false }
      configuration.screenshotFolder = text == "auto" ? nil : text
      return true
    },
  ]
}

extension Character {
  /// Whether the name of an audio output may have it.
  fileprivate var isAudioOutput: Bool { isASCII && (isLetter || isNumber || self == "," || self == "-") }
}
