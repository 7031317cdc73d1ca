extension HTTPClient {
  /// libcurl's own words about itself, `libcurl/7.88.1 OpenSSL/3.0.19 …`; thrown where it cannot be loaded.
  public static func libraryVersion() throws(HTTPError) -> String {
    String(cString: try Curl.shared.get().version())
  }
}
