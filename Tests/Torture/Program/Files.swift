import CSystem
import Glibc

/// Whole files and folders.
enum Files {
  /// Memory where there is some: thousands of homes are made, and none has to last.
  static let scratch = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

  /// Makes a folder that nothing else has.
  static func makeScratch() -> String? {
    var template = Array("\(scratch)/yozakura-torture-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func contents(_ path: String) -> [UInt8]? {
    let descriptor = sys_open(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func write(_ bytes: [UInt8], to path: String) {
    let descriptor = sys_open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      written += count
    }
  }

  /// The names in a folder; nil where there is none.
  static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Copies a file, or a folder and all that is in it.
  static func copy(_ path: String, to target: String) {
    guard let names = names(in: path) else {
      if let bytes = contents(path) { write(bytes, to: target) }
      return
    }
    mkdir(target, 0o700)
    for name in names { copy("\(path)/\(name)", to: "\(target)/\(name)") }
  }

  /// Removes a file, or a folder and all that is in it.
  static func remove(_ path: String) {
    for name in names(in: path) ?? [] { remove("\(path)/\(name)") }
    if unlink(path) != 0 { rmdir(path) }
  }
}
