internal import Danmaku

extension DanmakuFile {
  /// Reads the file at `path`.
  init(at path: String) throws(Failure) {
    do {
      guard let bytes = try TextFile.read(path, atMost: 256 << 20) else {
        throw Failure(.notFound, "\(path): there is no such file.")
      }
      try self.init(reading: bytes)
    } catch let error as DanmakuError {
      throw Failure(.invalid, "\(path): \(error.sentence)")
    } catch {
      throw Failure(error)
    }
  }
}
