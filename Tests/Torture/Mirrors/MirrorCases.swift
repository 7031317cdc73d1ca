import FaultServer
import Mirrors

/// Which crowds are tried.
enum MirrorCases {
  /// Every misbehaviour beside one honest mirror, before it and behind it.
  static var alone: [MirrorCase] {
    Misbehaviour.allCases.flatMap { [MirrorCase([$0, nil]), MirrorCase([nil, $0])] }
  }

  /// Every two misbehaviours, in three of four places; who stands where, chance says.
  static func pairs(_ random: inout Randomness) -> [MirrorCase] {
    pairs.map { first, second in
      MirrorCase([first, second, random.isOne(of: 2) ? first : second, nil].shuffled(using: &random))
    }
  }

  /// Every two misbehaviours in three of four places, in every order there is.
  static var orderedPairs: [MirrorCase] {
    pairs.flatMap { first, second in
      [first, second].flatMap { third in arrangements([first, second, third, nil]).map { MirrorCase($0) } }
    }
  }

  /// Eight mirrors, one to three of them honest, and in half of the cases up to three who tell the version.
  static func crowd(_ random: inout Randomness) -> MirrorCase {
    let honest = random.isOne(of: 2) ? 1 : 2 + random.below(2)
    let mirrors = cast(8, honest: honest, &random)
    let count = random.isOne(of: 2) ? 0 : 1 + random.below(3)
    let sources = count == 0 ? [] : cast(count, honest: 1, &random)
    return MirrorCase(mirrors, sources: sources, for: random.isOne(of: 4) ? .background : .typed)
  }

  private static var pairs: [(Misbehaviour, Misbehaviour)] {
    Misbehaviour.allCases.enumerated().flatMap { number, first in
      Misbehaviour.allCases.dropFirst(number + 1).map { (first, $0) }
    }
  }

  private static func cast(_ count: Int, honest: Int, _ random: inout Randomness) -> [Misbehaviour?] {
    let others = (honest..<count).map { _ in Misbehaviour.allCases.randomElement(using: &random) }
    return (Array(repeating: nil, count: honest) + others).shuffled(using: &random)
  }

  /// The orders of `crowd` that differ.
  private static func arrangements(_ crowd: [Misbehaviour?]) -> [[Misbehaviour?]] {
    guard crowd.count > 1 else { return [crowd] }
    return Set(crowd).flatMap { first in
      var rest = crowd
      if let place = rest.firstIndex(of: first) { rest.remove(at: place) }
      return arrangements(rest).map { [first] + $0 }
    }
  }
}
