/// Whether a mirror is asked, and why not.
public enum MirrorState: Hashable, Sendable, CaseIterable {
  /// It has not answered so far, and nothing stands against asking it.
  case unknown
  /// It does what it should.
  case good
  /// It is asked once, to see whether it is back.
  case probing
  /// It rests after failures.
  case open
  /// It asked to be left alone for a while.
  case busy
  /// It says no.
  case refusing
  /// Its bytes were proven wrong.
  case distrusted

  /// Whether it can be counted on now.
  var isUsable: Bool {
    switch self {
    case .good, .probing, .unknown: true
    case .open, .busy, .refusing, .distrusted: false
    }
  }
}
