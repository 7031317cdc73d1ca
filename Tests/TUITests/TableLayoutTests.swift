import TUI
import Testing

@Suite struct TableLayoutTests {
  private let columns: [TableLayout.Column] = [
    .init(width: 5, priority: 2), .init(minimum: 10, priority: 3), .init(width: 8, priority: 1),
  ]

  @Test func `A growing column takes what is left`() {
    #expect(TableLayout(columns, width: 40).columns == [0..<5, 6..<31, 32..<40])
  }

  @Test func `The least useful column goes first`() {
    #expect(TableLayout(columns, width: 20).columns == [0..<5, 6..<20, nil])
    #expect(TableLayout(columns, width: 12).columns == [nil, 0..<12, nil])
  }

  @Test func `The last column is cut rather than dropped`() {
    #expect(TableLayout(columns, width: 4).columns == [nil, 0..<4, nil])
    #expect(TableLayout(columns, width: 0).columns == [nil, 0..<0, nil])
  }

  @Test func `A column grows to its maximum`() {
    let layout = TableLayout([.init(minimum: 2, maximum: 6, priority: 1), .init(minimum: 2, priority: 1)], width: 21)
    #expect(layout.columns == [0..<6, 7..<21])
  }
}
