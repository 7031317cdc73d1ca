internal import Danmaku

extension DanmakuFile {
  /// Reads the file at `path`; large ones of the common formats on all processors.
  init(at path: String) throws(Failure) {
    if let file = PiecewiseFile(at: path)?.read() {
      self = file
      return
    }
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
