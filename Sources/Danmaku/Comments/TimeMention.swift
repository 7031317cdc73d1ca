/// A time of the film that a comment names, so that others go there: `12:34`, `1:02:03`, `12分34秒`.
///
/// Digits and signs may have full width, as input methods give them: `１２：３４`. A number without its seconds is
/// none: `5分` is as often a mark, or a length.
public struct TimeMention: Hashable, Sendable {
  /// Where it stands in the text.
  public let range: Range<String.Index>
  /// The time, in milliseconds.
  public let time: Int

  /// The times that `text` names, in their order.
  public static func all(in text: String) -> [TimeMention] {
    // Nearly no comment names one, and this is asked for each row of a list.
    guard text.unicodeScalars.contains(where: { Part($0)?.isSign == true }) else { return [] }
    var reader = Reader(text)
    var mentions: [TimeMention] = []
    while let mention = reader.next() { mentions.append(mention) }
    return mentions
  }
}

extension TimeMention {
  /// A scalar that may be a part of a time.
  fileprivate enum Part: Hashable {
    case digit(Int)
    case colon, hours, minutes, seconds

    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x30...0x39: self = .digit(Int(scalar.value) - 0x30)
      case 0xFF10...0xFF19: self = .digit(Int(scalar.value) - 0xFF10)
      case 0x3A, 0xFF1A, 0x2236: self = .colon
      case 0x65F6, 0x6642: self = .hours
      case 0x5206: self = .minutes
      case 0x79D2: self = .seconds
      default: return nil
      }
    }

    var isSign: Bool {
      if case .digit = self { false } else { true }
    }
  }

  /// Reads numbers with signs between them, as long as they can still be a time.
  fileprivate struct Reader {
    private let scalars: String.UnicodeScalarView
    private var place: String.Index

    init(_ text: String) {
      scalars = text.unicodeScalars
      place = scalars.startIndex
    }

    /// The next time of the text.
    mutating func next() -> TimeMention? {
      while place < scalars.endIndex {
        guard part(at: place)?.isSign == false else {
          place = scalars.index(after: place)
          continue
        }
        let start = place
        let run = run()
        if let time = Self.time(of: run) { return TimeMention(range: start..<place, time: time) }
      }
      return nil
    }

    private func part(at index: String.Index) -> Part? {
      index < scalars.endIndex ? Part(scalars[index]) : nil
    }

    /// Numbers and the signs after them, up to what is neither.
    private mutating func run() -> [(number: Int, digits: Int, sign: Part?)] {
      var run: [(number: Int, digits: Int, sign: Part?)] = []
      while case .digit = part(at: place) {
        var number = 0
        var digits = 0
        while case .digit(let digit) = part(at: place) {
          number = min(number * 10 + digit, 99_999)
          digits += 1
          place = scalars.index(after: place)
        }
        let sign = part(at: place)
        run.append((number, digits, sign))
        guard sign != nil else { break }
        place = scalars.index(after: place)
      }
      return run
    }

    /// The milliseconds of `12:34`, `1:02:03`, `12分34秒` or `1时2分3秒`; nil where it is none of them.
    private static func time(of run: [(number: Int, digits: Int, sign: Part?)]) -> Int? {
      guard run.count == 2 || run.count == 3, let last = run.last else { return nil }
      let signs = run.map(\.sign)
      let isClock = signs.dropLast().allSatisfy { $0 == .colon } && last.sign == nil
      let isWords = signs == [.minutes, .seconds] || signs == [.hours, .minutes, .seconds]
      guard isClock || isWords, run[0].digits <= 3 else { return nil }
      // 1:2 is a score, and 12:345 is nothing.
      let rest = run.dropFirst()
      guard rest.allSatisfy({ $0.number < 60 && (isWords ? $0.digits <= 2 : $0.digits == 2) }) else { return nil }
      return run.reduce(0) { $0 * 60 + $1.number } * 1000
    }
  }
}
