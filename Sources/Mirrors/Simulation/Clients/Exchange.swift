/// One request and what will come of it, unless it is given up before.
///
///     began ──latency── first byte ──bytes / speed── end
///
/// It is worked out whole when it begins: the world's course is known, and a mirror that changes its behaviour
/// meanwhile cuts it there.
struct Exchange: Equatable, Sendable {
  /// What is asked for.
  enum Kind: Equatable, Sendable {
    /// The newest version.
    case version
    /// The file of a release from some byte on; of whichever release there is where none is named.
    case file(release: Int?, from: Int)
  }

  /// How it ends.
  enum Ending: Equatable, Sendable {
    /// With a whole answer that tells, or is, this release.
    case release(Int)
    /// With a whole answer that is wrong.
    case wrong(Fault)
    /// Without one.
    case fault(Fault)
  }

  let began: Duration
  /// Whether the request gets as far as the mirror.
  var reaches = true
  /// When the connection stands; nil where none does.
  var connected: Duration?
  /// When the first byte of the answer comes; nil where none does.
  var firstByte: Duration?
  /// When the last one has come.
  var lastByte: Duration?
  /// When it ends.
  var end: Duration
  /// How many bytes have come by then, in this exchange.
  var bytes = 0
  var ending: Ending

  /// How many bytes have come by `moment`.
  func bytes(by moment: Duration) -> Int {
    guard let firstByte, let lastByte, moment >= firstByte else { return 0 }
    guard moment < lastByte else { return bytes }
    return Int(Double(bytes) * ((moment - firstByte) / (lastByte - firstByte)))
  }

  /// What it took until `moment`.
  func measure(at moment: Duration) -> Measure {
    Measure(
      connect: connected.map { $0 - began }, firstByte: firstByte.map { $0 - began }, total: moment - began,
      bytes: bytes(by: moment))
  }
}
