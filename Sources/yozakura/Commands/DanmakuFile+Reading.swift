internal import Danmaku

extension DanmakuFile {
  /// Reads the file at `path`, called `name` where something is wrong with it; large ones of the common formats on all
  /// processors.
  init(at path: String, called name: String? = nil) throws(Failure) {
    let name = name ?? path
    if let file = PiecewiseFile(at: path)?.read() {
      self = file
      return
    }
    do {
      guard let bytes = try TextFile.read(path, atMost: 256 << 20) else {
        throw Failure(.notFound, "\(name): there is no such file.")
      }
      try self.init(reading: bytes)
    } catch let error as DanmakuError {
      throw Failure(.invalid, "\(name): \(error.sentence)")
    } catch let error as TextFile.Failure {
      throw Failure(TextFile.Failure(path: name, reason: error.reason))
    } catch {
      throw Failure(error)
    }
  }
}
