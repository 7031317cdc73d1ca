public import FaultServer
import Glibc

/// A real nginx on loopback with files of its own, for what only a real server shows. It ends when it is released.
public final class Nginx: Sendable {
  /// Whether there is one on this machine.
  public static let isInstalled = Tool.find("nginx") != nil && Tool.find("openssl") != nil

  /// The port of plain HTTP.
  public let port: Int
  /// The port of HTTPS and HTTP/2, with a certificate that only ``authority`` knows.
  public let securePort: Int
  /// The PEM file that makes the certificate trusted.
  public let authority: String
  private let folder: String
  private let process: pid_t
  /// Sockets that hold the ports, so that no other test is given them before nginx has bound them too.
  private let holders: [CInt]

  /// A server of `files` by path; `configuration` is put into its `server` block.
  public init(_ files: [String: [UInt8]], configuration: String = "") throws(SocketError) {
    folder = try Self.makeFolder()
    authority = "\(folder)/certificate.pem"
    let (plain, secure) = (try Socket.bind(shared: true), try Socket.bind(shared: true))
    (port, securePort) = (plain.port, secure.port)
    holders = [plain.descriptor, secure.descriptor]
    for (path, bytes) in files { try Self.write(bytes, to: "\(folder)/files\(path)") }
    let text = Self.configuration(in: folder, port: port, securePort: securePort, extra: configuration)
    try Self.write(Array(text.utf8), to: "\(folder)/nginx.conf")
    try Tool.run("openssl", Self.certificateArguments(in: folder))
    process = try Tool.start("nginx", ["-p", folder, "-c", "\(folder)/nginx.conf", "-e", "\(folder)/error.log"])
    // It listens at one after the other.
    for port in [port, securePort] { try Tool.wait(for: "nginx", at: port) }
  }

  deinit {
    kill(process, SIGTERM)
    waitpid(process, nil, 0)
    holders.forEach { _ = close($0) }
    try? Tool.run("rm", ["-rf", folder])
  }

  /// The address of `path` here.
  public func url(_ path: String) -> String {
    "http://127.0.0.1:\(port)\(path)"
  }

  /// The address of `path` over TLS.
  public func secureURL(_ path: String) -> String {
    "https://127.0.0.1:\(securePort)\(path)"
  }
}

extension Nginx {
  private static func configuration(in folder: String, port: Int, securePort: Int, extra: String) -> String {
    """
    \(geteuid() == 0 ? "user root;" : "")
    daemon off;
    master_process off;
    pid \(folder)/nginx.pid;
    events {}
    http {
      access_log off;
      client_body_temp_path \(folder)/body; proxy_temp_path \(folder)/proxy; fastcgi_temp_path \(folder)/fastcgi;
      uwsgi_temp_path \(folder)/uwsgi; scgi_temp_path \(folder)/scgi;
      types { application/json json; }
      gzip_types application/json;
      server {
        listen 127.0.0.1:\(port) reuseport;
        listen 127.0.0.1:\(securePort) ssl http2 reuseport;
        ssl_certificate \(folder)/certificate.pem;
        ssl_certificate_key \(folder)/key.pem;
        root \(folder)/files;
        \(extra)
      }
    }
    """
  }

  private static func certificateArguments(in folder: String) -> [String] {
    [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-keyout", "\(folder)/key.pem", "-out", "\(folder)/certificate.pem", "-subj", "/CN=localhost",
      "-addext", "subjectAltName=IP:127.0.0.1",
    ]
  }

  private static func makeFolder() throws(SocketError) -> String {
    var template = Array("/tmp/yozakura-nginx-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SocketError(call: "mkdtemp", code: errno) }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard mkdir("\(folder)/files", 0o755) == 0 else { throw SocketError(call: "mkdir", code: errno) }
    return folder
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(SocketError) {
    guard let file = fopen(path, "w") else { throw SocketError(call: "fopen", code: errno) }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
