import TUI

extension Model {
  /// What is done with the capsule, and only where it is on screen.
  mutating func performOnCapsule(_ action: Action) -> [Effect] {
    guard layers.isEmpty, place == .capsule else {
      alarm(world.strings.notHere(action.rawValue))
      return []
    }
    switch action {
    case .verify: return verify(readAll: false)
    case .verifyAll: return verify(readAll: true)
    case .accept: askToAccept()
    case .restore: askToRestore()
    default: break
    }
    return []
  }

  private mutating func verify(readAll: Bool) -> [Effect] {
    guard capsule.beginVerification() else { return [] }
    return [.verifyCapsule(readAll: readAll)]
  }

  mutating func endVerification(damaged: Int, readAll: Bool) {
    capsule.endVerification()
    let text = world.strings.verified(damaged, readAll)
    if damaged == 0 { say(text) } else { alarm(text) }
  }

  private mutating func askToAccept() {
    guard let answer = capsule.overview?.setAside.first else {
      alarm(world.strings.message(for: .nothingSetAside))
      return
    }
    prompt = .confirm(.accept(answer))
  }

  private mutating func askToRestore() {
    guard let commit = capsule.list.selected else { return }
    if commit.isHead {
      say(world.strings.isHeadAlready(commit.sequence))
    } else if commit.isThinned {
      alarm(world.strings.message(for: .contentGone(sequence: commit.sequence)))
    } else {
      prompt = .confirm(.restore(commit))
    }
  }

  /// Only `y` says yes; what means nothing leaves the question.
  mutating func answer(_ question: Prompt.Question, _ key: Key) -> [Effect] {
    switch key {
    case .character("y"), .character("Y"):
      prompt = nil
      guard !refusesChange() else { return [] }
      switch question {
      case .accept(let answer): return [.accept(provider: answer.provider)]
      case .restore(let commit): return [.restore(commit: commit.id)]
      case .align(let alignment): return align(alignment)
      }
    case .character("n"), .character("N"), .character("q"): prompt = nil
    default: break
    }
    return []
  }
}
