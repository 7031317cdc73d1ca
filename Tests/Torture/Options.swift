import Glibc

/// What is to be tortured, and for how long.
struct Options: Sendable {
  /// The parts of the proof.
  enum Part: String, CaseIterable, Sendable {
    case power, flips, history, merge, mirrors, simulation, recovery, twin, danmaku, feeds, announcements, processes,
      kill, faults
  }

  var parts = Part.allCases
  var isLong = false
  /// Repeats a run; without it, the day.
  var seed: UInt64
  /// The program under test.
  var binary: String
  var jobs: Int
  /// The one case that is run, to repeat a failure.
  var onlyCase: String?

  static let usage = """
    usage: yozakura-torture [PART …] [--short|--long] [--seed N] [--binary PATH] [--jobs N] [--case CASE]
    parts: \(Part.allCases.map(\.rawValue).joined(separator: " ")) all
    """

  /// The day since 1970: what the short form leaves out one day, it does on another.
  static var today: Int {
    time(nil) / 86_400
  }

  /// Reads the command line. Nil where it cannot be understood.
  init?(_ arguments: [String]) {
    seed = UInt64(Self.today)
    binary = Self.neighbour
    jobs = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    var named: [Part] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "all": named += Part.allCases
      case "--short": isLong = false
      case "--long": isLong = true
      case "--seed":
        guard let number = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
        seed = number
      case "--jobs":
        guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else { return nil }
        jobs = number
      case "--binary":
        guard let path = rest.popFirst() else { return nil }
        binary = path
      case "--case":
        guard let name = rest.popFirst() else { return nil }
        onlyCase = name
      default:
        guard let part = Part(rawValue: word) else { return nil }
        named.append(part)
      }
    }
    if !named.isEmpty { parts = Part.allCases.filter(named.contains) }
  }

  /// The program that was built beside this one.
  private static var neighbour: String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &path, path.count))
    let own = String(decoding: path.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce(into: "") { $0 += "/\($1)" } + "/yozakura"
  }

  /// The command line that runs one case of `part` again.
  func command(_ part: Part, case name: String) -> String {
    "yozakura-torture \(part.rawValue) \(isLong ? "--long" : "--short") --seed \(seed) --case \(name)"
  }
}
