import Foundation
import TestSupport
import Testing

/// What `make install` puts where systemd looks for the units of users.
@Suite(.blocking)
struct UnitTests {
  private let program: Program
  private var units: String { "\(program.home)/usr/lib/systemd/user" }

  init() throws {
    program = try Program()
    let sources = ManualTests.folder.deletingLastPathComponent().path
    let outcome = try program.shell(
      "mkdir -p usr/bin && ln -s \"$Y\" usr/bin/yozakura && make -s -C '\(sources)' install-units PREFIX='\(program.home)/usr'"
    )
    #expect(outcome.status == 0, "\(outcome.talk)")
  }

  @Test func `The service starts the program where it is installed`() throws {
    let service = try String(contentsOfFile: "\(units)/yozakura-new.service", encoding: .utf8)
    let line = try #require(service.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    let command = String(line.dropFirst("ExecStart=".count))

    #expect(command.hasPrefix("\(program.home)/usr/bin/yozakura new "))
    #expect(try program.shell(command.replacing("--notify", with: "--peek")).status == 0)
  }

  @Test func `systemd finds nothing wrong with the units`() throws {
    let outcome = try program.shell(
      """
      command -v systemd-analyze > /dev/null || exit 0
      mkdir -p runtime && XDG_RUNTIME_DIR=$PWD/runtime systemd-analyze --user verify --man=no \
      '\(units)/yozakura-new.timer' '\(units)/yozakura-new.service' 2>&1 | grep yozakura
      """)
    #expect(outcome.output.isEmpty)
  }
}
