import TUI
import Testing

@Suite struct BufferDiffTests {
  private func buffer(_ text: String, columns: Int = 12) -> Buffer {
    var buffer = Buffer(size: Size(columns: columns, rows: 1))
    buffer.write(text, column: 0, row: 0, style: .plain, in: buffer.area)
    return buffer
  }

  @Test func `Equal buffers differ nowhere`() {
    #expect(BufferDiff(from: buffer("夜桜"), to: buffer("夜桜")).runs.isEmpty)
  }

  @Test(arguments: [
    ("abc", "axc", [1..<2]), ("夜桜", "夜x桜", [2..<5]), ("夜桜", "朝桜", [0..<2]), ("ab夜", "夜夜", [0..<2]),
    ("a夜c", "夜bc", [0..<3]), ("", "a  b", [0..<1, 3..<4]),
  ])
  func `Changed cells are runs that hold whole characters`(_ old: String, _ new: String, _ columns: [Range<Int>]) {
    #expect(BufferDiff(from: buffer(old), to: buffer(new)).runs.map(\.columns) == columns)
  }

  @Test func `A changed style under a wide character draws the whole of it`() {
    var next = buffer("夜桜")
    next.restyle(Rect(column: 3, row: 0, columns: 1, rows: 1)) { _ in Style(attributes: .bold) }
    #expect(BufferDiff(from: buffer("夜桜"), to: next).runs.map(\.columns) == [2..<4])
  }

  @Test func `Another size draws all`() {
    #expect(BufferDiff(from: buffer("", columns: 3), to: buffer("", columns: 4)).runs.map(\.columns) == [0..<4])
  }
}
