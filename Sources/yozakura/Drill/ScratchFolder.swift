internal import Glibc

/// A folder of its own for a program that leaves nothing behind.
struct ScratchFolder: Sendable {
  private let path: String

  /// Makes one where temporary files belong.
  init() throws(TextFile.Failure) {
    let place = Environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(place)/yozakura-drill-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TextFile.Failure(path: place, reason: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folders of a program that lives in it.
  var folders: Folders {
    Folders(
      data: "\(path)/data", cache: "\(path)/cache", state: "\(path)/state", configuration: "\(path)/config", themes: [])
  }

  /// Removes it with all that is in it.
  func remove() {
    Self.remove(path)
  }

  /// A symbolic link is removed, and not followed: it is no folder to `unlink`.
  private static func remove(_ path: String) {
    guard unlink(path) != 0 else { return }
    for name in names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
