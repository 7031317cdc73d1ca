import Glibc
import Picture
import Playback
import Testing

@testable import Player

@Suite struct ExchangeTests {
  private let size = PixelSize(width: 3, height: 2)

  /// Both ends of an exchange: the reader's, and the writer's over a descriptor of its own.
  private func ends() throws -> (reader: FrameExchange, writer: FrameExchange) {
    let reader = try #require(FrameExchange.make())
    return (reader, try #require(FrameExchange.open(dup(reader.descriptor))))
  }

  /// Writes a picture of this one colour.
  private func write(_ color: UInt32, time: Int, to exchange: FrameExchange) -> Bool {
    exchange.write(size, time: time) { pixels, stride in
      for row in 0..<size.height {
        for column in 0..<size.width {
          pixels.storeBytes(of: color, toByteOffset: row * stride + column * 4, as: UInt32.self)
        }
      }
      return true
    }
  }

  private func frame(_ color: UInt32, time: Int) -> PixelFrame? {
    PixelFrame(size: size, time: time, pixels: Array(repeating: color, count: 6))
  }

  @Test func `A picture arrives as it was written`() throws {
    let (reader, writer) = try ends()
    #expect(reader.read() == nil)
    #expect(write(7, time: 40, to: writer))
    #expect(reader.read() == frame(7, time: 40))
    #expect(reader.read() == nil)
  }

  @Test func `Only the newest of several pictures is taken`() throws {
    let (reader, writer) = try ends()
    for color in 1...10 { #expect(write(UInt32(color), time: color, to: writer)) }
    #expect(reader.read() == frame(10, time: 10))
    #expect(reader.read() == nil)
    #expect(write(11, time: 11, to: writer))
    #expect(reader.read() == frame(11, time: 11))
  }

  @Test func `A picture that could not be drawn is not handed over`() throws {
    let (reader, writer) = try ends()
    #expect(!writer.write(size, time: 0) { _, _ in false })
    #expect(reader.read() == nil)
  }

  @Test func `Sizes that no slot holds are told`() {
    #expect(FrameExchange.holds(PixelSize(width: 1000, height: 600)))
    #expect(!FrameExchange.holds(PixelSize(width: 0, height: 0)))
    #expect(!FrameExchange.holds(PixelSize(width: 5000, height: 5000)))
    #expect(!FrameExchange.holds(PixelSize(width: .max, height: .max)))
  }

  @Test func `What is no memory of pictures is not opened`() throws {
    #expect(FrameExchange.open(-1) == nil)
    let other = open("/dev/null", O_RDWR)
    defer { close(other) }
    #expect(FrameExchange.open(other) == nil)
  }
}
