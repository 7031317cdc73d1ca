extension Misbehaviour {
  /// What the server says; nothing where no connection comes that far.
  ///
  /// `pace` is what a slow mirror waits between two pieces, and `bomb` what a bomb unpacks to, in megabytes.
  func answer(with content: MirrorContent, pace: Duration, bomb: Int) -> Answer {
    let file = content.file
    return switch self {
    case .connectRefused, .blackHole, .brokenTLS, .noAnswer: .nothing
    case .silence: .stall()
    case .resetAtOnce: .reset()
    case .noise: .noise

    case .resetMidBody: .reset(afterBytes: file.count / 2, of: file)
    case .stallAfterHeaders: .stall(afterBytes: 0, of: file)
    case .stallAfter10KB: .stall(afterBytes: min(10 << 10, file.count / 2), of: file)
    case .trickle: .trickle(file, every: pace)

    case .truncatedLength: .truncated(file, .length)
    case .truncatedChunks: .truncated(file, .chunked)
    case .truncatedClose: .truncated(file, .none)
    case .longer: .longer(file)
    case .emptyBody: .ok([])
    case .endlessBody: .endlessBody

    case .endlessHeaders: .endlessHeaders
    case .endlessHeaderLine: .endlessHeaderLine
    case .endlessInterim: .endlessInterim
    case .headerFlood: .flooded(file, headers: 2000)

    case .gzipBomb: .bomb(megabytes: bomb)
    case .brokenGzip: .brokenGzip(file)
    case .truncatedGzip: .truncatedGzip(file)

    case .wrongRange: .broken(file, rest: .wrong)
    case .misplacedRange: .broken(file, rest: .misplaced)

    case .portal: .page
    case .brokenBit: .ok(content.brokenBit)
    case .silentBit: .ok(content.silentBit)
    case .swappedFile: .ok(content.swapped)
    case .staleVersion: .ok(content.older)
    case .shrunkenCatalogue: .ok(content.shrunken)

    case .redirectToLoopback: .redirectHome
    case .redirectLoop: .redirect(to: Repertoire.path(of: .redirectLoop))
    case .redirectToFile: .redirect(to: "file:///etc/passwd")

    case .serverError: .status(500)
    case .retryAfterAges: .status(503, headers: ["Retry-After": "1000000000"])
    case .tooManyRequests: .status(429, "Too many requests.")
    case .refusal: .status(403, Self.sentence, type: "application/json")
    case .missing: .status(404)

    case .jitter: .jittered(file, pace: pace)
    case .narrowBand: .pieces(file, size: 4 << 10, every: pace)
    case .slices: .pieces(file, size: 500, every: .milliseconds(1))
    case .lateClose: .closedLate(file, after: pace * 4)
    case .interrupted: .broken(file, rest: .right)
    }
  }

  /// A refusal as services word it.
  private static let sentence =
    #"{"errors": [{"message": "This service is switched off for the time being.", "status": 403}], "data": null}"#
}

extension Answer {
  /// A redirect to a login page on the machine that asks.
  fileprivate static let redirectHome = Answer { request in
    let host = request.headers["host"] ?? "127.0.0.1"
    return redirect(to: "http://\(host)\(Repertoire.path(of: .portal))").script(request)
  }
}
