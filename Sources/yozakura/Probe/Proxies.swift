internal import Mirrors

/// The proxies that the environment asks for, as curl reads it.
struct Proxies {
  private let http: String?
  private let https: String?
  private let exceptions: [String]

  /// Those of the variables that the program was started with.
  static var environment: Proxies {
    func first(_ names: String...) -> String? { names.lazy.compactMap { Environment[$0] }.first }
    return Proxies(
      // curl leaves HTTP_PROXY alone, which a web server sets from a header of whoever asks it.
      http: first("http_proxy", "all_proxy", "ALL_PROXY"),
      https: first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"),
      exceptions: first("no_proxy", "NO_PROXY") ?? "")
  }

  /// Proxies for the two schemes, and who is asked without them: names and their endings, between commas.
  init(http: String?, https: String?, exceptions: String) {
    self.http = http
    self.https = https
    self.exceptions = exceptions.split { $0 == "," || $0 == " " }.map { $0.lowercased() }
  }

  /// The proxies that there are, as they may be shown: without a password.
  var all: [String] {
    var shown: [String] = []
    for proxy in [http, https].compactMap({ $0 }).map(Address.host) where !shown.contains(proxy) { shown.append(proxy) }
    return shown
  }

  /// The proxy through which `origin` is asked; nil where it is asked directly.
  func proxy(for origin: Origin) -> String? {
    let isExcepted = exceptions.contains { exception in
      let name = exception.hasPrefix(".") ? String(exception.dropFirst()) : exception
      return exception == "*" || origin.host == name || origin.host.hasSuffix(".\(name)")
    }
    return isExcepted ? nil : origin.scheme == "https" ? https : http
  }

  /// Who has to be reached so that `origin` can be asked: the proxy's host, or its own.
  func nextHost(to origin: Origin) -> String {
    guard let proxy = proxy(for: origin) else { return origin.host }
    return Origin("http://\(Address.host(proxy))")?.host ?? Address.host(proxy)
  }
}
