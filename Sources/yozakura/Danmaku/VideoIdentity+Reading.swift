internal import CSystem
internal import Glibc
internal import Providers

extension VideoIdentity {
  /// What servers know the video at `path` by; no more than its first 16 MiB are read.
  init(at path: String) throws(Failure) {
    let descriptor = sys_open(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(.invalid, "\(path) is no file.") }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(name: name, length: Int(status.st_size), head: try Self.head(of: descriptor, path))
  }

  private static func head(of descriptor: Int32, _ path: String) throws(Failure) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: hashedLength)
    var count = 0
    while count < head.count {
      let got = head.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path) }
      if got == 0 { break }
      count += got
    }
    return Array(head[..<count])
  }

  private static func failure(_ path: String) -> Failure {
    Failure(errno == ENOENT ? .notFound : .failed, "\(path): \(String(cString: strerror(errno))).")
  }
}
