internal import Glibc
internal import Playback

/// Reads what the program asks for.
struct CommandReader {
  /// Whether more can come: not once the program is gone, or nothing that it says is understood any more.
  private(set) var isOpen = true
  private let descriptor: Int32
  private var buffer = WireBuffer()

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// What has come.
  mutating func read() -> [PlayerCommand] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
    if count > 0 {
      buffer.append(bytes[..<count])
    } else if count == 0 || errno != EAGAIN && errno != EINTR {
      isOpen = false
    }
    var commands: [PlayerCommand] = []
    do throws(WireError) {
      while let command: PlayerCommand = try buffer.next() { commands.append(command) }
    } catch {
      isOpen = false
    }
    return commands
  }
}
