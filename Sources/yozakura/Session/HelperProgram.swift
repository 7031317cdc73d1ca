internal import Glibc

/// Where the program that decodes is.
enum HelperProgram {
  private static let name = "yozakura-player"

  /// Its path: beside this program, as it is built, or in libexec, as it is installed. What is named is not there
  /// either where nothing was found.
  static var path: String {
    let folder = (Folders.programPath ?? "").split(separator: "/").dropLast()
    let beside = "/" + (folder + [name[...]]).joined(separator: "/")
    let installed = "/" + (folder.dropLast() + ["libexec", "yozakura", name[...]]).joined(separator: "/")
    return [beside, installed].first { access($0, X_OK) == 0 } ?? installed
  }
}
