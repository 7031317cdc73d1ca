internal import Danmaku

extension DanmakuFile {
  /// Reads what a command line names: a file, or standard input as `-`.
  init(named name: String) throws(Failure) {
    if name == "-" {
      try self.init(at: "/dev/stdin", called: "standard input")
    } else {
      try self.init(at: name)
    }
  }

  /// `1,384 read, 2 skipped: an impossible time (1), no text (1)`
  var summary: String { "\(Count.grouped(comments.count)) read" + skipped.clause("skipped") }

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
