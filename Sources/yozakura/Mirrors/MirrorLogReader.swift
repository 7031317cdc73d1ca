internal import Glibc
internal import Mirrors

/// The records of one month, read line by line; a line that makes no sense is passed over and counted.
final class MirrorLogReader: Sequence, IteratorProtocol {
  private let file: UnsafeMutablePointer<FILE>
  private var line: UnsafeMutablePointer<CChar>?
  private var capacity = 0
  /// How many lines made no sense so far.
  private(set) var damagedLines = 0

  /// The records of the file at `path`; nil where it cannot be read.
  init?(path: String) {
    guard let file = fopen(path, "re") else { return nil }
    self.file = file
  }

  deinit {
    free(line)
    fclose(file)
  }

  /// The next record that can be read; nil at the end.
  func next() -> MirrorRecord? {
    while getline(&line, &capacity, file) > 0, let line {
      let text = String(cString: line)
      if text == MirrorLogLine.header { continue }
      if let record = MirrorLogLine.record(text) { return record }
      damagedLines += 1
    }
    return nil
  }
}
