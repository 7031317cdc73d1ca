/// The manifest as it is written: a person can read it with `zstdcat`.
///
///     yozakura manifest 1
///     length 7654321
///     sha256 3b4c…
///     base 9f86…                     (the manifest that the next lines change)
///     keep 120                       (120 pieces of the base)
///     drop 1                         (a piece of the base that is not in this one)
///     e3b0… 8123                     (a piece and its length)
///     keep 800
///
/// A day changes some 15 of 930 pieces. A flat list would cost 30 KB a day, eight times the
/// catalogue in a year; what is written is what changed.
struct ManifestText: Equatable {
  enum Step: Equatable {
    case keep(Int)
    case drop(Int)
    case piece(Piece)
  }

  let length: Int
  let sha256: Digest
  let base: ObjectID?
  let steps: [Step]

  /// Writes down `pieces`, as changes to `base` where that is worth it.
  init(_ pieces: [Piece], length: Int, sha256: Digest, over base: Manifest?) {
    self.length = length
    self.sha256 = sha256
    if let base, base.depth < Manifest.longestChain, let steps = Self.steps(from: base.pieces, to: pieces) {
      self.base = base.id
      self.steps = steps
    } else {
      self.base = nil
      steps = pieces.map(Step.piece)
    }
  }

  /// The pieces that it names itself.
  var pieces: [Piece] {
    steps.compactMap { if case .piece(let piece) = $0 { piece } else { nil } }
  }

  /// The pieces, given those of the base; nil if they do not fit it.
  func pieces(over base: [Piece]) -> [Piece]? {
    var result: [Piece] = []
    var position = 0
    for step in steps {
      switch step {
      case .keep(let count):
        guard count <= base.count - position else { return nil }
        result += base[position..<position + count]
        position += count
      case .drop(let count):
        guard count <= base.count - position else { return nil }
        position += count
      case .piece(let piece):
        result.append(piece)
      }
    }
    return position == base.count ? result : nil
  }

  /// The changes that lead from `base` to `pieces`; nil where less than half is kept.
  private static func steps(from base: [Piece], to pieces: [Piece]) -> [Step]? {
    let present = Set(base)
    guard pieces.count(where: { present.contains($0) }) * 2 > pieces.count else { return nil }
    let difference = pieces.difference(from: base)
    let removed = Set(difference.removals.map(offset))
    let inserted = Set(difference.insertions.map(offset))
    var steps: [Step] = []
    var (old, new) = (0, 0)
    while old < base.count || new < pieces.count {
      if removed.contains(old) {
        append(.drop(1), to: &steps)
        old += 1
      } else if inserted.contains(new) {
        steps.append(.piece(pieces[new]))
        new += 1
      } else {
        append(.keep(1), to: &steps)
        (old, new) = (old + 1, new + 1)
      }
    }
    return steps
  }

  private static func offset(_ change: CollectionDifference<Piece>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  /// Appends `step`, run together with a last one of its kind.
  private static func append(_ step: Step, to steps: inout [Step]) {
    switch (steps.last, step) {
    case (.keep(let count), .keep(let more)): steps[steps.count - 1] = .keep(count + more)
    case (.drop(let count), .drop(let more)): steps[steps.count - 1] = .drop(count + more)
    default: steps.append(step)
    }
  }
}

extension ManifestText {
  private static let title = "yozakura manifest 1"

  /// The text shown above, in UTF-8.
  var bytes: [UInt8] {
    var lines = [Self.title, "length \(length)", "sha256 \(sha256)"]
    if let base { lines.append("base \(base)") }
    lines += steps.map { step in
      switch step {
      case .keep(let count): "keep \(count)"
      case .drop(let count): "drop \(count)"
      case .piece(let piece): "\(piece.id) \(piece.length)"
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Reads the text shown above, and nothing else.
  ///
  /// No string is made of any word: a verification of two thousand commits reads a million of them.
  init?(_ bytes: [UInt8]) {
    guard let text = bytes.withUnsafeBufferPointer({ Self.read($0[...]) }) else { return nil }
    self = text
  }

  private typealias Word = Slice<UnsafeBufferPointer<UInt8>>

  private init(length: Int, sha256: Digest, base: ObjectID?, steps: [Step]) {
    (self.length, self.sha256, self.base, self.steps) = (length, sha256, base, steps)
  }

  private static func read(_ bytes: Word) -> ManifestText? {
    var rest = bytes
    guard let first = line(&rest), first.elementsEqual(title.utf8),
      let (word, second) = line(&rest).flatMap(words), word.elementsEqual("length".utf8),
      let length = number(second), length <= ObjectReader.largestObject,
      let (word, third) = line(&rest).flatMap(words), word.elementsEqual("sha256".utf8),
      let sha256 = Digest(digits: third)
    else { return nil }
    var base: ObjectID?
    var steps: [Step] = []
    while let line = line(&rest) {
      guard let (word, second) = words(line) else { return nil }
      if word.elementsEqual("base".utf8) {
        guard base == nil, steps.isEmpty, let digest = Digest(digits: second) else { return nil }
        base = ObjectID(digest)
      } else {
        guard let number = number(second), let step = step(word, number) else { return nil }
        steps.append(step)
      }
    }
    return ManifestText(length: length, sha256: sha256, base: base, steps: steps)
  }

  private static func step(_ word: Word, _ number: Int) -> Step? {
    guard number <= ObjectReader.largestObject else { return nil }
    if let digest = Digest(digits: word) { return .piece(Piece(id: ObjectID(digest), length: number)) }
    if word.elementsEqual("keep".utf8) { return .keep(number) }
    return word.elementsEqual("drop".utf8) ? .drop(number) : nil
  }

  /// Takes the next line from `rest`; nil at the end.
  private static func line(_ rest: inout Word) -> Word? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 10) ?? rest.endIndex
    defer { rest = rest[min(end + 1, rest.endIndex)...] }
    return rest[..<end]
  }

  /// The two words of a line.
  private static func words(_ line: Word) -> (Word, Word)? {
    guard let space = line.firstIndex(of: 32) else { return nil }
    return (line[..<space], line[(space + 1)...])
  }

  /// A number without a sign; nil also where it is too large.
  private static func number(_ word: Word) -> Int? {
    guard !word.isEmpty, word.count <= 18 else { return nil }
    var number = 0
    for digit in word {
      guard 48...57 ~= digit else { return nil }
      number = number * 10 + Int(digit - 48)
    }
    return number
  }
}
