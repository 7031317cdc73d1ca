public import FaultServer
import Glibc

/// A TLS server whose certificate is valid at another time than now. It ends when it is released.
public final class TLSServer: Sendable {
  /// Whether there can be one on this machine.
  public static let isAvailable = Tool.find("openssl") != nil

  /// When its certificate is valid.
  public enum Validity: Sendable {
    /// In the year 2000.
    case past
    /// In the year 2100.
    case future
  }

  /// The PEM file that makes the certificate trusted.
  public let authority: String
  /// The address of the server.
  public let url: String
  private let folder: String
  private let process: pid_t

  /// A server with a certificate of this validity.
  public init(valid validity: Validity) throws(SocketError) {
    var template = Array("/tmp/yozakura-tls-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SocketError(call: "mkdtemp", code: errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    authority = "\(folder)/certificate.pem"
    let year = validity == .past ? 2000 : 2100
    try Tool.run("sh", ["-ec", Self.makeCertificate, "sh", folder, "\(year)", "\(year + 1)"])
    let (holder, port) = try Socket.bind()
    close(holder)
    url = "https://127.0.0.1:\(port)/"
    process = try Tool.start(
      "openssl",
      ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", authority, "-key", "\(folder)/key.pem", "-www", "-quiet"])
    try Tool.wait(for: "openssl s_server", at: port)
  }

  deinit {
    kill(process, SIGTERM)
    waitpid(process, nil, 0)
    try? Tool.run("rm", ["-rf", folder])
  }

  /// `openssl req` makes no certificate that is not valid now; a certificate authority may.
  private static let makeCertificate = """
    cd "$1"
    printf '%s\\n' '[ca]' 'default_ca = here' '[here]' 'database = index' 'new_certs_dir = .' 'rand_serial = yes' \
      'policy = any' 'x509_extensions = names' '[any]' 'commonName = supplied' \
      '[names]' 'subjectAltName = IP:127.0.0.1' > ca.conf
    : > index
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key.pem -out request.pem \
      -subj /CN=localhost
    openssl ca -batch -selfsign -config ca.conf -keyfile key.pem -in request.pem -out certificate.pem -notext \
      -md sha256 -startdate "$2"0101000000Z -enddate "$3"0101000000Z
    """
}
