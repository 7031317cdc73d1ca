internal import Glibc
internal import Playback

extension PlayerFailure {
  /// What went wrong with `name`, for people.
  func sentence(about name: String) -> String {
    switch self {
    case .playerMissing(let program):
      "Nothing here can play: \(program) is not installed. `apt-get install mpv` brings it; play.mpv names another one."
    case .playerUnusable(let code): "The player cannot be started: \(String(cString: strerror(Int32(code))))."
    case .playerLost(0): "The player ended by itself, without a word."
    case .playerLost(let signal): "The player was ended by signal \(signal)."
    case .unreadable: "\(name) is no file that can be read."
    case .unknownFormat: "\(name) is no film, or of a form that nobody here knows."
    case .nothingToPlay: "There is neither picture nor sound in \(name)."
    case .timedOut(let milliseconds): "\(name) did not open within \(milliseconds / 1000) seconds."
    case .leadsElsewhere: "\(name) is a list that names other files to be played in its place; it is not followed."
    case .pictureTooLarge(let size): "The picture of \(name) is too large: \(size.width)×\(size.height)."
    case .screenshotFailed: "The picture could not be written to a file."
    case .garbled: "The player was not understood."
    }
  }
}
