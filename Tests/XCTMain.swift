import Glibc
import Testing

/// Runs the tests. Because it stands here, the package manager does not have the compiler index every file to look for
/// tests of XCTest, of which there are none.
@main
enum Runner {
  static func main() async {
    if CommandLine.arguments.contains("swift-testing") { await Testing.__swiftPMEntryPoint() as Never }
    // To pass without a test would be worse.
    let hint = "There are no tests of XCTest: swift test --enable-swift-testing --disable-xctest\n"
    write(STDERR_FILENO, hint, hint.utf8.count)
    exit(64)
  }
}
