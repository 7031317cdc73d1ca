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
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 10).map { $0.split(separator: 32).map { String(decoding: $0, as: UTF8.self) } }
    guard lines.count >= 3, lines[0].joined(separator: " ") == Self.title,
      lines[1].count == 2, lines[1][0] == "length", let length = Int(lines[1][1]), length >= 0,
      length <= ObjectReader.largestObject,
      lines[2].count == 2, lines[2][0] == "sha256", let sha256 = Digest(hex: lines[2][1])
    else { return nil }
    var base: ObjectID?
    var steps: [Step] = []
    for line in lines.dropFirst(3) {
      if line[0] == "base", line.count == 2, base == nil, steps.isEmpty {
        base = ObjectID(hex: line[1])
        if base == nil { return nil }
        continue
      }
      guard line.count == 2, let number = Int(line[1]), number >= 0, let step = Step(line[0], number) else {
        return nil
      }
      steps.append(step)
    }
    (self.length, self.sha256, self.base, self.steps) = (length, sha256, base, steps)
  }
}

extension ManifestText.Step {
  fileprivate init?(_ word: String, _ number: Int) {
    switch word {
    case "keep": self = .keep(number)
    case "drop": self = .drop(number)
    default:
      guard let id = ObjectID(hex: word) else { return nil }
      self = .piece(Piece(id: id, length: number))
    }
  }
}
