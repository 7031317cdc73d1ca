import CCurl
import Glibc

extension HTTPClient {
  /// libcurl's own words about itself, `libcurl/7.88.1 OpenSSL/3.0.19 …`; thrown where it cannot be loaded.
  public static func libraryVersion() throws(HTTPError) -> String {
    _ = try Curl.shared.get()
    guard let library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL), let symbol = dlsym(library, "curl_version")
    else { throw .libraryMissing("curl_version") }
    let version = unsafeBitCast(symbol, to: (@convention(c) () -> UnsafePointer<CChar>?).self)
    return version().map { String(cString: $0) } ?? "libcurl"
  }
}
