/// Searches texts for a pattern with an automaton that is made as it is needed.
///
/// A state is the set of all steps at which a match may be; one scalar leads to one next state, which is computed
/// when first asked for and then remembered. So a text costs at most the product of its length and the pattern's,
/// and nearly always its length alone. When the states become too many they are forgotten, never the promise.
struct PatternMatcher {
  private let program: PatternProgram
  private var states: [State] = []
  /// The next state by state and class; `unknown` where nobody asked yet.
  private var next: [Int32] = []
  private var numbers: [[Int32]: Int32] = [:]
  /// How many steps all states hold together.
  private var size = 0

  private static let unknown: Int32 = -1
  /// How many steps and transitions are remembered.
  private static let memory = 1 << 18

  private struct State {
    /// Steps that read a scalar, assert the end, or are the match, in their order.
    var steps: [Int32]
    var isMatch: Bool
    /// Whether the pattern is found if the text ends here.
    var matchesAtEnd: Bool
    /// Whether nothing can be found any more.
    var isDead: Bool { steps.isEmpty }
  }

  /// A matcher of `program`.
  init(_ program: PatternProgram) {
    self.program = program
    forget()
  }

  /// Whether the pattern is found in every text, since nothing at all fits it before the first scalar or behind the last.
  ///
  /// `^a*$` is another matter: it asks for both ends, between which texts have something.
  var findsEverything: Bool {
    var end = Closure(program, isStart: false, isEnd: true)
    end.follow(0)
    return states[0].isMatch || isMatch(end.steps)
  }

  /// Whether the pattern is found in `bytes`, which are UTF-8.
  mutating func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var state: Int32 = 0
    var index = 0
    while index < bytes.count {
      if states[Int(state)].isMatch { return true }
      if states[Int(state)].isDead { return false }
      let group = program.classes.group(of: Self.scalar(in: bytes, at: &index))
      let known = next[Int(state) * program.classes.count + group]
      state = known != Self.unknown ? known : step(from: state, group)
    }
    return states[Int(state)].isMatch || states[Int(state)].matchesAtEnd
  }

  /// The scalar at `index`, which moves on.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
    let lead = bytes[index]
    index += 1
    guard lead >= 0xC0 else { return UInt32(lead) }
    let length = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var value = UInt32(lead) & (0x3F >> UInt32(length))
    for _ in 0..<length where index < bytes.count {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    return value
  }
}

extension PatternMatcher {
  /// Forgets all states but the first one.
  private mutating func forget() {
    states = []
    next = []
    numbers = [:]
    size = 0
    var closure = Closure(program, isStart: true, isEnd: false)
    closure.follow(0)
    append(closure.steps.sorted(), isStart: true)
  }

  private mutating func append(_ steps: [Int32], isStart: Bool) {
    var end = Closure(program, isStart: isStart, isEnd: true)
    for step in steps { end.follow(Int(step)) }
    states.append(State(steps: steps, isMatch: isMatch(steps), matchesAtEnd: isMatch(end.steps)))
    next.append(contentsOf: repeatElement(Self.unknown, count: program.classes.count))
    size += steps.count + program.classes.count
  }

  private func isMatch(_ steps: [Int32]) -> Bool { steps.contains { program.steps[Int($0)] == .match } }

  /// The state after `state` and a scalar of the class `group`, which is remembered.
  private mutating func step(from state: Int32, _ group: Int) -> Int32 {
    var closure = Closure(program, isStart: false, isEnd: false)
    for step in states[Int(state)].steps {
      if case .scalar(let set) = program.steps[Int(step)], program.holds(set, group) { closure.follow(Int(step) + 1) }
    }
    // A match may begin here too.
    closure.follow(0)
    let steps = closure.steps.sorted()
    if let number = numbers[steps] {
      next[Int(state) * program.classes.count + group] = number
      return number
    }
    let isFull = size > Self.memory
    if isFull { forget() }
    let number = Int32(states.count)
    append(steps, isStart: false)
    numbers[steps] = number
    if !isFull { next[Int(state) * program.classes.count + group] = number }
    return number
  }
}

/// The steps that can be reached without reading a scalar.
private struct Closure {
  private let program: PatternProgram
  private let isStart: Bool
  private let isEnd: Bool
  private var isSeen: [Bool]
  private var pending: [Int] = []
  /// Those at which a text has to go on, or is found.
  private(set) var steps: [Int32] = []

  init(_ program: PatternProgram, isStart: Bool, isEnd: Bool) {
    self.program = program
    self.isStart = isStart
    self.isEnd = isEnd
    isSeen = Array(repeating: false, count: program.steps.count)
  }

  /// Adds what can be reached from `step`.
  mutating func follow(_ step: Int) {
    pending.append(step)
    while let step = pending.popLast() {
      guard !isSeen[step] else { continue }
      isSeen[step] = true
      switch program.steps[step] {
      case .scalar, .match: steps.append(Int32(step))
      case .start: if isStart { pending.append(step + 1) }
      case .end where isEnd: pending.append(step + 1)
      case .end: steps.append(Int32(step))
      case .jump(let target): pending.append(target)
      case .split(let target): pending += [step + 1, target]
      }
    }
  }
}
