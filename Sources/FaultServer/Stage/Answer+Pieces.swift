// Answers that are honest, and a trial of patience.

extension Answer {
  /// `body` in eight pieces with pauses of very different length, none longer than four times `pace`.
  static func jittered(_ body: [UInt8], pace: Duration) -> Answer {
    let pauses = [1, 3, 0, 2, 4, 0, 1, 2]
    let size = max(1, (body.count + pauses.count - 1) / pauses.count)
    let pieces = stride(from: 0, to: body.count, by: size).map { Array(body[$0..<min($0 + size, body.count)]) }
    let steps = zip(pauses, pieces).flatMap { [Step.wait(pace * $0), .send($1)] }
    return Answer([.send(opening(body))] + steps)
  }

  /// `body` in pieces of `size` bytes, one after each pause.
  static func pieces(_ body: [UInt8], size: Int, every pause: Duration) -> Answer {
    Answer([.send(opening(body)), .trickle(body, size: size, every: pause)])
  }

  /// `body` without a length, and after a pause the end that tells it.
  static func closedLate(_ body: [UInt8], after pause: Duration) -> Answer {
    let start = head("200 OK", ["Content-Type": "application/json", "Connection": "close"])
    return Answer([.send(start), .send(body), .wait(pause)])
  }

  /// `body` behind `count` header lines of about 100 bytes.
  static func flooded(_ body: [UInt8], headers count: Int) -> Answer {
    let padding = String(repeating: "x", count: 80)
    return ok(body, headers: Dictionary(uniqueKeysWithValues: (0..<count).map { ("X-Padding-\($0)", padding) }))
  }
}
