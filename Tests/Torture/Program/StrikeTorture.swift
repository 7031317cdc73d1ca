import Capsule
import FaultServer
import Glibc
import Locking

/// Stops the real program, or fails it, at each of its system calls that change anything.
struct StrikeTorture {
  /// The short form takes one of so many points, and others the next day.
  private static let shortStride = 60

  private let options: Options
  private let part: Options.Part
  private let strikes: [Strike]
  private let tally: Tally

  /// The torture of `part`: by `strikes`.
  init(_ options: Options, _ part: Options.Part, _ strikes: [Strike]) {
    self.options = options
    self.part = part
    self.strikes = strikes
    tally = Tally(part.rawValue)
  }

  func run() -> Tally {
    guard let folder = Files.makeScratch() else {
      tally.fail("no room for a folder in \(Files.scratch)", repeat: "")
      return finish("nothing was done")
    }
    defer { Files.remove(folder) }
    if let absence = Strace.absence(in: folder) {
      tally.fail(absence, repeat: "apt-get install strace, and allow ptrace")
      return finish("nothing was done")
    }
    do {
      let server = try CatalogueServer()
      let run = try StandardRun(binary: options.binary, server: server, in: folder)
      for command in run.missing {
        tally.fail("the program has no `\(command)`", repeat: "\(options.binary) \(command)")
      }
      let cases = cases(run)
      Workers.each(cases.count, on: options.jobs) { number in
        guard !tally.isHopeless else { return }
        let (point, strike) = cases[number]
        trial(run, point, strike, server)
      }
    } catch {
      tally.fail("the standard run: \(error)", repeat: "")
    }
    return finish(
      """
      \(tally.count(of: "struck").grouped) of \(tally.count(of: "trials").grouped) runs of \(options.binary) struck \
      at a call, of \(tally.count(of: "points").grouped) calls of \(tally.count(of: "errands")) commands; \
      slowest opening \(tally.count(of: "slowest")) ms
      """)
  }

  private func finish(_ summary: String) -> Tally {
    tally.print(summary)
    return tally
  }

  /// Every point of the run with every strike, or the day's choice of them.
  private func cases(_ run: StandardRun) -> [(StrikePoint, Strike)] {
    var points: [StrikePoint] = []
    for (index, errand) in run.errands.enumerated() {
      let home = run.homes[index].copy(to: "\(run.folder)/count-\(index)")
      points += Strace.points(errand.arguments, of: index, in: home, onFilesOnly: part == .faults)
      home.remove()
    }
    tally.count("errands", run.errands.count)
    tally.count("points", points.count)
    let offset = Int(options.seed % UInt64(Self.shortStride))
    var cases: [(StrikePoint, Strike)] = []
    for (number, strike) in strikes.enumerated() {
      for (index, point) in points.enumerated() {
        let isToday = (index + 7 * number) % Self.shortStride == offset
        let isWanted = options.onlyCase.map { $0 == Self.name(point, strike) } ?? (options.isLong || isToday)
        if isWanted { cases.append((point, strike)) }
      }
    }
    return cases
  }

  private static func name(_ point: StrikePoint, _ strike: Strike) -> String {
    "\(point.errand)/\(point.call)/\(point.number)/\(strike.name)"
  }

  private func trial(_ run: StandardRun, _ point: StrikePoint, _ strike: Strike, _ server: CatalogueServer) {
    let errand = run.errands[point.errand]
    let name = Self.name(point, strike)
    let safeName = name.map { $0 == "/" ? "-" : $0 }
    let home = run.homes[point.errand].copy(to: "\(run.folder)/trial-\(String(safeName))")
    defer { home.remove() }
    let (ended, isStruck) = Strace.run(errand.arguments, in: home, strike, at: point)
    tally.count("trials")
    if isStruck { tally.count("struck") }
    do {
      if strike != .kill, let signal = ended.signal { throw Flaw(what: "it ended by signal \(signal)") }
      if !isStruck, ended.code != 0 { throw Flaw(what: "not struck, and yet it says \(ended.code)") }
      try inspect(home, errand, run, point.errand, isConfirmed: ended.code == 0)
    } catch {
      tally.fail(
        "`\(errand.arguments.joined(separator: " "))` with \(strike.injection(at: point)): \(error)\n"
          + "          it said \(ended.code): \(ended.output.prefix(300))",
        repeat: options.command(part, case: name))
    }
  }

  /// Looks at what is left, as the next programs would.
  private func inspect(
    _ home: Home, _ errand: Errand, _ run: StandardRun, _ index: Int, isConfirmed: Bool
  ) throws {
    let opening = home.run(["list", "--json"])
    tally.greatest("slowest", Int(opening.seconds * 1000))
    guard opening.code == 0 else { throw Flaw(what: "`list` says \(opening.code): \(opening.output)") }
    if options.isLong, opening.seconds > 1 { throw Flaw(what: "it opens in \(opening.seconds) s") }

    let account = try Account(of: home)
    let (before, after) = (run.accounts[index], run.accounts[index + 1])
    guard account == after || account == before && !isConfirmed else {
      throw Flaw(what: isConfirmed ? "it said 0 and did not do it" : "it is neither as before nor as after")
    }
    let (list, wanted) = (opening.object.withoutTimes, run.lists[account == after ? index + 1 : index].withoutTimes)
    guard list == wanted else {
      let common = zip(list, wanted).prefix { $0 == $1 }.count
      throw Flaw(
        what:
          "the list is another than the capsule says: …\(list.dropFirst(max(0, common - 60)).prefix(200)), "
          + "not …\(wanted.dropFirst(max(0, common - 60)).prefix(200))")
    }
    if let afterwards = errand.afterwards { try home.mustRun(afterwards) }
    if !run.missing.contains("capsule verify") { try home.mustRun(["capsule", "verify", "--read-all"]) }
    try home.mustRun(["set", "bangumi:400602", "--progress", "3"])
    guard try Account(of: home).bodies.count == account.bodies.count + 1 else {
      throw Flaw(what: "the edit after it is not there")
    }
  }
}

extension String {
  /// The same without the times at which the user wrote, which differ from run to run.
  fileprivate var withoutTimes: String {
    let parts = split(separator: "\"at\": \"", omittingEmptySubsequences: false)
    return String(parts[0]) + parts.dropFirst().map { String($0.drop { $0 != "\"" }) }.joined()
  }
}
