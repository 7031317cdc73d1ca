import TUI
import Testing

@Suite struct ListStateTests {
  @Test(arguments: [
    (ListState.Movement.down, 6), (.up, 4), (.pageDown, 14), (.pageUp, 0), (.halfPageDown, 10), (.halfPageUp, 0),
    (.first, 0), (.last, 99),
  ])
  func `A movement selects another row`(_ movement: ListState.Movement, _ expected: Int) {
    var state = ListState(selection: 5)
    state.move(movement, count: 100, rows: 10)
    #expect(state.selection == expected)
    #expect(state.window(count: 100, rows: 10).contains(expected))
  }

  @Test func `The window moves no further than needed`() {
    var state = ListState()
    for _ in 0..<10 { state.move(.down, count: 100, rows: 10) }
    #expect(state.window(count: 100, rows: 10) == 1..<11)
    state.move(.up, count: 100, rows: 10)
    #expect(state.window(count: 100, rows: 10) == 1..<11)
  }

  @Test func `A list that shrank still shows a selection and fills its rows`() {
    var state = ListState()
    state.move(.last, count: 100, rows: 10)
    #expect(state.window(count: 12, rows: 10) == 2..<12)
    #expect(state.window(count: 3, rows: 10) == 0..<3)
    #expect(state.window(count: 0, rows: 10) == 0..<0)
  }

  @Test(arguments: [0, 1, 5])
  func `Nothing moves in an empty list`(_ rows: Int) {
    var state = ListState()
    for movement in [ListState.Movement.down, .last, .pageDown, .up] { state.move(movement, count: 0, rows: rows) }
    #expect(state.selection == 0)
  }

  @Test func `Rows can be scrolled under the selection, which is moved only to stay on screen`() {
    var state = ListState(selection: 4)
    state.scroll(by: 3, count: 100, rows: 10)
    #expect(state.window(count: 100, rows: 10) == 3..<13)
    #expect(state.selection == 4)

    state.scroll(by: 4, count: 100, rows: 10)
    #expect(state.window(count: 100, rows: 10) == 7..<17)
    #expect(state.selection == 7)

    state.scroll(by: -5, count: 100, rows: 10)
    #expect(state.window(count: 100, rows: 10) == 2..<12)
    #expect(state.selection == 7)
  }

  @Test func `Scrolling ends where the rows do`() {
    var state = ListState()
    state.scroll(by: 200, count: 30, rows: 10)
    #expect(state.window(count: 30, rows: 10) == 20..<30)

    state.scroll(by: -200, count: 30, rows: 10)
    #expect(state.window(count: 30, rows: 10) == 0..<10)

    state.scroll(by: 5, count: 3, rows: 10)
    #expect(state.window(count: 3, rows: 10) == 0..<3)
    #expect(state.selection == 2)
  }
}
