internal import Anime
internal import App
internal import CSystem
internal import Danmaku
internal import Glibc

/// Where pictures of films are kept, and what they are called there.
///
///     ~/Pictures/葬送のフリーレン · 7 12-03.png
struct ScreenshotFolder: Sendable {
  /// The folder, from the root on.
  let path: String

  /// The folder that `configuration` names, else the user's own for pictures.
  init(_ configuration: Configuration) {
    path = configuration.screenshotFolder.map(HomePath.expanded) ?? Self.pictures
  }

  /// A path for the picture of `title` at `time`, milliseconds of the media, where nothing is yet; the folder is made
  /// where it is missing.
  func place(of title: String, at time: Int) throws(TextFile.Failure) -> String {
    try TextFile.makeFolder(path)
    let name = "\(path)/\(Self.name(of: title)) \(MediaTime.text(time).replacing(":", with: "-"))"
    var number = 1
    while true {
      let place = number == 1 ? "\(name).png" : "\(name) (\(number)).png"
      var status = stat()
      guard lstat(place, &status) == 0 else { return place }
      number += 1
    }
  }

  /// The longest part of a name that is the title's, in bytes: of the 255 that file systems take, time, number and
  /// ending need their part.
  private static let longestName = 200

  /// `title` as a file can be called: what would lead elsewhere or hide the file is replaced, and the ending of a film
  /// left out.
  private static func name(of title: String) -> String {
    let isFile = LocalNames.isMedia(title)
    let stem = isFile ? title.lastIndex(of: ".").map { title[..<$0] } ?? title[...] : title[...]
    var name = ""
    for character in stem {
      let isSafe = character != "/" && character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      guard name.utf8.count + character.utf8.count <= longestName else { break }
      name.append(isSafe && !(name.isEmpty && character == ".") ? character : "_")
    }
    return name
  }
}

// MARK: The user's pictures

extension ScreenshotFolder {
  /// The folder of the desktop for pictures, which has another name in every language (xdg-user-dirs).
  private static var pictures: String {
    let home = Environment["HOME"] ?? "/"
    if let folder = Environment["XDG_PICTURES_DIR"], folder.hasPrefix("/") { return folder }
    let configuration = Environment["XDG_CONFIG_HOME"] ?? "\(home)/.config"
    let file = ((try? TextFile.read("\(configuration)/user-dirs.dirs")) ?? nil).map {
      String(decoding: $0, as: UTF8.self)
    }
    return file.flatMap { pictures(in: $0, home: home) } ?? "\(home)/Pictures"
  }

  /// `XDG_PICTURES_DIR="$HOME/画像"`: the path is absolute or begins with `$HOME/`, whatever the shell could do besides.
  private static func pictures(in file: String, home: String) -> String? {
    for line in file.split(separator: "\n") {
      guard let value = line.wholeMatch(of: #/\s*XDG_PICTURES_DIR="(\$HOME)?(/[^"]*)"\s*/#) else { continue }
      let path = value.output.2.replacing("\\", with: "")
      return value.output.1 == nil ? String(path) : home + path
    }
    return nil
  }
}
