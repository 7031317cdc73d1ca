extension [UInt8] {
  /// Makes a line break of each `pair` of characters that stands for one, from `start` on.
  ///
  ///     "a/nb"  →  "a\nb"
  mutating func breakLines(at pair: StaticString, from start: Int) {
    let (first, second) = (pair.utf8Start[0], pair.utf8Start[1])
    var read = start
    var written = start
    while read < count {
      let isBreak = self[read] == first && read + 1 < count && self[read + 1] == second
      self[written] = isBreak ? UInt8(ascii: "\n") : self[read]
      written += 1
      read += isBreak ? 2 : 1
    }
    removeSubrange(written...)
  }
}
