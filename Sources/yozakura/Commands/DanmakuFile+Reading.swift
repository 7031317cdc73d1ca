internal import Danmaku
internal import Glibc

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
    do {
      if let file = try PiecewiseFile(at: path)?.read() {
        self = file
        return
      }
      guard let bytes = try Self.bytes(at: path) else {
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

  /// What stands in the file at `path`, which is no larger than one that is read; nil where there is none.
  static func bytes(at path: String) throws -> [UInt8]? {
    do throws(TextFile.Failure) {
      return try TextFile.read(path, atMost: limit)
    } catch {
      throw DanmakuError(error).map { $0 as any Error } ?? error
    }
  }
}

extension CommentMerge {
  /// Refuses `files` that are too large to become one.
  static func check(_ files: [DanmakuFile]) throws(Failure) {
    guard holds(texts: files.map(\.comments.textByteCount)) else {
      throw Failure(.invalid, "The files hold more than 4 GiB of text together; take fewer at once.")
    }
  }
}

extension DanmakuError {
  /// What is wrong with a file of comments that `failure` kept from being read: its size; nil for any other reason.
  init?(_ failure: TextFile.Failure) {
    guard failure.reason == EFBIG else { return nil }
    self = .tooLarge(limit: DanmakuFile.limit)
  }
}
