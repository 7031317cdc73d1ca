/// The ways in which a mirror fails those who ask it, each as somebody has met it.
public enum Misbehaviour: String, CaseIterable, Sendable {
  // MARK: No connection, or none that is worth it

  /// Nothing listens: a server that is switched off.
  case connectRefused
  /// No connection ever stands: a firewall that drops what it does not like.
  case blackHole
  /// The handshake fails, as with an expired certificate or a proxy that takes TLS apart.
  case brokenTLS
  /// The connection stands, and nothing comes: the app that hung at "connecting".
  case silence
  /// The connection breaks at once: a balancer without a server behind it.
  case resetAtOnce
  /// The connection ends without a byte: a server that crashed over the request.
  case noAnswer
  /// Something else listens at the port.
  case noise

  // MARK: A body that does not come

  /// The connection breaks in the middle: a server that is restarted.
  case resetMidBody
  /// Headers, then nothing: a proxy whose own source is gone.
  case stallAfterHeaders
  /// 10 KB, then nothing: the ghost loss, by which transfers stood still without an error.
  case stallAfter10KB
  /// One byte now and then: slow enough to be useless, quick enough to beat a timeout between two bytes.
  case trickle

  // MARK: A body of the wrong length

  /// Half of what was announced.
  case truncatedLength
  /// Half of the chunks.
  case truncatedChunks
  /// Half of a body that announced nothing, so that only its content tells.
  case truncatedClose
  /// More than was announced.
  case longer
  /// 200 with nothing in it.
  case emptyBody
  /// A body without end.
  case endlessBody

  // MARK: Headers

  /// Header lines without end.
  case endlessHeaders
  /// One header line without end.
  case endlessHeaderLine
  /// Interim answers without end.
  case endlessInterim
  /// Thousands of header lines before an honest body.
  case headerFlood

  // MARK: Compression

  /// A small body that unpacks to more than anyone has memory for.
  case gzipBomb
  /// gzip by its header, not by its bytes.
  case brokenGzip
  /// gzip that ends in the middle, with an honest length.
  case truncatedGzip

  // MARK: Ranges

  /// It breaks in the middle, and goes on from another place than it was asked to, and says so.
  case wrongRange
  /// It breaks in the middle, and goes on with the beginning, and says that it is the rest.
  case misplacedRange

  // MARK: Another content

  /// A login page with status 200: the captive portal of a hotel.
  case portal
  /// One bit is wrong, and the file is no longer well-formed.
  case brokenBit
  /// One bit is wrong in a number between quotes, and the file is as well-formed as before.
  case silentBit
  /// Another file of the same kind: a cache that mixed up two names.
  case swappedFile
  /// The catalogue of an earlier release under the name of the newest: a mirror that lags.
  case staleVersion
  /// A catalogue from which most shows are missing: the recovery that wiped every client's cache.
  case shrunkenCatalogue

  // MARK: Redirects

  /// To a page on a machine that only the client can reach: its router, or itself.
  case redirectToLoopback
  /// To itself.
  case redirectLoop
  /// To a file on the client's own disk.
  case redirectToFile

  // MARK: A service that says no

  /// 500.
  case serverError
  /// 503, and come back in thirty years.
  case retryAfterAges
  /// 429.
  case tooManyRequests
  /// 403 with the service's own sentence, as when an API is switched off.
  case refusal
  /// 404: a mirror that has not received the file yet.
  case missing

  // MARK: Honest, and trying

  /// Every piece comes after a pause, one longer than the other.
  case jitter
  /// A narrow line: 20 kB a second.
  case narrowBand
  /// Segments of a few bytes.
  case slices
  /// The whole body, and long afterwards the end of the connection, which is all that tells its length.
  case lateClose
  /// It breaks in the middle, and gives the rest to those who ask for it.
  case interrupted
}

extension Misbehaviour {
  /// What can come of an answer.
  public enum Honesty: Sendable {
    /// The right bytes in the end: it may win.
    case honest
    /// Nothing that could be taken for a catalogue.
    case unusable
    /// A catalogue that the change guard refuses.
    case shrunken
    /// A catalogue that nothing in it tells from the right one.
    ///
    /// Without a signature only a second opinion, another mirror's bytes, could refuse it. What is promised of
    /// such a lie is less: that it comes whole and passes the change guard.
    case plausible
  }

  /// What can come of this.
  public var honesty: Honesty {
    switch self {
    case .jitter, .narrowBand, .slices, .lateClose, .interrupted: .honest
    case .shrunkenCatalogue: .shrunken
    case .staleVersion, .silentBit: .plausible
    default: .unusable
    }
  }
}
