import CSystem
import Glibc

/// A fresh home with everything the program writes, gone at the end.
final class Home {
  /// The folder.
  let path: String
  /// The program under measurement.
  let binary: String

  init?(binary: String) {
    var template = Array("/tmp/yozakura-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.binary = binary
  }

  deinit {
    _ = Child(["rm", "-rf", path], environment: ["PATH": searchPath])?.finish()
  }

  /// What programs started here see.
  var environment: [String: String] {
    [
      "HOME": path, "PATH": searchPath, "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo",
      "XDG_DATA_HOME": path + "/data", "XDG_CACHE_HOME": path + "/cache", "XDG_STATE_HOME": path + "/state",
      "XDG_CONFIG_HOME": path + "/config",
      // A proxy that refuses: whatever asks for the network is turned away at once and never leaves the machine.
      "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1",
    ]
  }

  /// Runs the program with `arguments`.
  @discardableResult
  func run(_ arguments: String...) -> Run? {
    Child([binary] + arguments, environment: environment)?.finish()
  }

  /// Forgets all that was synced, so that the next sync is a first one.
  func forget() {
    _ = Child(["rm", "-rf", path + "/data", path + "/cache", path + "/state"], environment: environment)?.finish()
  }

  /// Writes `bytes` to `name` here and answers the path.
  func write(_ bytes: [UInt8], to name: String) -> String {
    let file = path + "/" + name
    let descriptor = sys_open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      written += count
    }
    close(descriptor)
    return file
  }
}

/// Where programs are found.
let searchPath = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"

/// An nginx that serves a folder on loopback.
final class Nginx {
  /// The port.
  let port: Int
  private let child: Child

  init?(serving folder: String, configurationIn home: Home) {
    port = Self.freePort()
    let configuration = """
      daemon off; master_process off; pid \(home.path)/nginx.pid; error_log /dev/null;
      events {}
      http {
        access_log off; client_body_temp_path \(home.path)/t1; proxy_temp_path \(home.path)/t2;
        fastcgi_temp_path \(home.path)/t3; uwsgi_temp_path \(home.path)/t4; scgi_temp_path \(home.path)/t5;
        gzip on; gzip_types application/json; gzip_comp_level 1; sendfile on; etag on;
        types { application/json json; }
        server { listen 127.0.0.1:\(port); root \(folder); }
      }

      """
    let file = home.write(Array(configuration.utf8), to: "nginx.conf")
    guard let child = Child(["nginx", "-c", file], environment: home.environment) else { return nil }
    self.child = child
    let deadline = now() + 5000
    // A pause between two looks, not a wait for a result.
    while now() < deadline, !Self.answers(port) { usleep(10_000) }
  }

  deinit {
    kill(child.process, SIGTERM)
    _ = child.finish()
  }

  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func withSocket<Result>(
    _ port: Int, _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var place = address(port)
    return withUnsafePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static func freePort() -> Int {
    withSocket(0) { descriptor, place, length in
      bind(descriptor, place, length)
      var bound = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      _ = withUnsafeMutablePointer(to: &bound) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
      }
      return Int(in_port_t(bigEndian: bound.sin_port))
    }
  }

  private static func answers(_ port: Int) -> Bool {
    withSocket(port) { connect($0, $1, $2) == 0 }
  }
}
