/// What is wrong with a secure connection. A wrong clock of ours looks like the first two on every server at once.
public enum TLSFault: Hashable, Sendable {
  /// The certificate is not valid yet.
  case notYetValid
  /// The certificate, or one that vouches for it, has expired.
  case expired
  /// The certificate is another host's, or nobody trusted vouches for it.
  case untrusted
  /// There was no agreement on how to talk.
  case handshake

  /// What `text`, the words of curl and of its TLS library, tell; `isVerification` where curl calls it a failure
  /// to verify the other side.
  ///
  /// The number that OpenSSL gives the cause says no more, and other libraries have other numbers.
  init(text: String, isVerification: Bool) {
    let text = text.lowercased()
    if text.contains("not yet valid") || text.contains("not activated") {
      self = .notYetValid
    } else if text.contains("expired") || text.contains("expiration date has passed") {
      self = .expired
    } else {
      self = isVerification ? .untrusted : .handshake
    }
  }
}
