internal import Glibc

/// Where things are, by the XDG base directory specification.
struct Folders: Equatable {
  /// The capsule: what must not be lost.
  var data: String
  /// What can be made again.
  var cache: String
  /// The log and what was last asked when.
  var state: String
  /// The user's config.toml and themes, and our providers.toml.
  var configuration: String
  /// Where themes may be, nearest first.
  var themes: [String]

  /// The user's choices; never written by us.
  var configurationFile: String { "\(configuration)/config.toml" }
  /// Where the catalogue comes from; ours to write.
  var providersFile: String { "\(configuration)/providers.toml" }
  /// The user's saved filters; ours to write.
  var filtersFile: String { "\(configuration)/filters.toml" }

  /// The user's rules for numbers of episodes.
  var relationsFile: String { "\(configuration)/relations.txt" }

  /// Where the user's sets of rules for danmaku are.
  var rules: String { "\(configuration)/rules" }

  /// The folders of whoever runs the program. A relative path in a variable is ignored, as the specification asks.
  static func current() -> Folders {
    let home = absolute(Environment["HOME"]) ?? accountHome
    func folder(_ variable: String, _ standard: String) -> String {
      (absolute(Environment[variable]) ?? "\(home)/\(standard)") + "/yozakura"
    }
    let configuration = folder("XDG_CONFIG_HOME", ".config")
    let shared = (Environment["XDG_DATA_DIRS"] ?? "/usr/local/share:/usr/share")
      .split(separator: ":").compactMap { absolute(String($0)) }.map { "\($0)/yozakura/themes" }
    return Folders(
      data: folder("XDG_DATA_HOME", ".local/share"),
      cache: folder("XDG_CACHE_HOME", ".cache"),
      state: folder("XDG_STATE_HOME", ".local/state"),
      configuration: configuration,
      themes: ["\(configuration)/themes"] + besideProgram + shared)
  }

  /// The themes of the place where this program is installed, or of the sources that it was built in.
  private static var besideProgram: [String] {
    guard let program = programPath else { return [] }
    let folder = program.split(separator: "/").dropLast()
    let prefix = "/" + folder.dropLast().joined(separator: "/")
    var found = ["\(prefix)/share/yozakura/themes"]
    if let build = folder.firstIndex(of: ".build") {
      found.append("/" + folder[..<build].joined(separator: "/") + "/Themes")
    }
    return found
  }

  /// The file that runs.
  static var programPath: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }

  private static func absolute(_ path: String?) -> String? {
    guard let path, path.hasPrefix("/") else { return nil }
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The home of the account, where HOME says nothing.
  private static var accountHome: String {
    getpwuid(getuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) } ?? "/"
  }
}
