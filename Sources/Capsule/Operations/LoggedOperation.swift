/// One line of a device's log: an operation whose body is JSON that the capsule does not look into.
///
///     {"n":2,"previous":"9f86…","clock":{"ms":1786752000000,"counter":0},"device":"k3v…","body":{…},"sum":"5d41…"}
///
/// `previous` is the SHA-256 of the line before, without its newline, and zeros in the first line.
/// `sum` is the first 16 digits of the SHA-256 of what stands before `,"sum"`. So a line tells by
/// itself whether it is whole, and the log whether a line is missing; `sha256sum` can check both.
public struct LoggedOperation: Hashable, Sendable {
  /// 1 for the device's first operation.
  public let number: Int

  /// The SHA-256 of the line before.
  public let previous: Digest

  /// When it was written.
  public let time: HybridTime

  /// The device that wrote it.
  public let device: String

  /// The operation: a JSON object.
  public let body: [UInt8]

  /// The whole line, without its newline.
  public let line: [UInt8]

  /// What the next line carries as `previous`.
  public let digest: Digest
}

extension LoggedOperation {
  /// Writes a line. `body` is a JSON object on one line.
  init(number: Int, previous: Digest, time: HybridTime, device: String, body: [UInt8]) {
    precondition(
      body.first == 123 && body.last == 125 && body.allSatisfy { $0 >= 32 },
      "an operation's body is one JSON object without a line break")
    let head = """
      {"n":\(number),"previous":"\(previous)",\
      "clock":{"ms":\(time.milliseconds),"counter":\(time.counter)},"device":"\(device)","body":
      """
    let summed = Array(head.utf8) + body
    line = summed + Self.tail(sum: sum(of: summed))
    digest = Digest(of: line)
    (self.number, self.previous, self.time, self.device, self.body) = (number, previous, time, device, body)
  }

  /// How a line ends.
  private static func tail(sum: String) -> [UInt8] {
    Array(#","sum":"\#(sum)"}"#.utf8)
  }

  /// Reads a line that is whole.
  init?(line: [UInt8]) {
    let length = Self.tail(sum: "0123456789abcdef").count
    guard line.count > length, line.suffix(length).elementsEqual(Self.tail(sum: sum(of: line.dropLast(length)))) else {
      return nil
    }
    var reader = LineReader(line.dropLast(length))
    guard reader.skip(#"{"n":"#), let number = reader.integer(),
      reader.skip(#","previous":""#), let previous = Digest(hex: reader.text(64)),
      reader.skip(#"","clock":{"ms":"#), let milliseconds = reader.integer(),
      reader.skip(#","counter":"#), let counter = reader.integer(),
      reader.skip(#"},"device":""#), let device = Optional(reader.text(DeviceName.length)),
      reader.skip(#"","body":"#)
    else { return nil }
    // A log may come from anybody: what would overflow later is no line.
    let counts: ClosedRange<Int64> = 0...1 << 31
    guard number > 0, counts.contains(number), counts.contains(counter), HybridTime.plausible.contains(milliseconds)
    else { return nil }
    self.number = Int(number)
    self.previous = previous
    time = HybridTime(milliseconds: milliseconds, counter: Int(counter))
    self.device = device
    body = Array(reader.rest)
    self.line = line
    digest = Digest(of: line)
  }
}

/// Reads along a line whose form is fixed.
private struct LineReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    rest = line
  }

  mutating func skip(_ literal: StaticString) -> Bool {
    let expected = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    guard rest.starts(with: expected) else { return false }
    rest = rest.dropFirst(expected.count)
    return true
  }

  mutating func integer() -> Int64? {
    let digits = rest.prefix { $0 == 45 || (48...57).contains($0) }
    rest = rest.dropFirst(digits.count)
    return Int64(String(decoding: digits, as: UTF8.self))
  }

  mutating func text(_ count: Int) -> String {
    let text = rest.prefix(count)
    rest = rest.dropFirst(text.count)
    return String(decoding: text, as: UTF8.self)
  }
}
