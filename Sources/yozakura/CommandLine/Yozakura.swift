internal import ArgumentParser

/// The program: without a command it opens the interface.
struct Yozakura: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yozakura",
    abstract: "A terminal anime client: browse, follow, and watch danmaku, with or without a network.",
    discussion: """
      Without a command it opens the interface. Every command reads from this machine; only `sync`, `mirror check` and `doctor` ask the network.
      A show ID is the local id, or a site's: bangumi:400602, anilist:154587, mal:52991, anidb:17617.
      """,
    version: ProgramVersion.current,
    subcommands: [
      Sync.self,
      Search.self, Identify.self, ShowCommand.self, Tonight.self, Schedule.self, SeasonCommand.self,
      Follow.self, Unfollow.self, Following.self, New.self,
      List.self, SetCommand.self, Undo.self, Redo.self, StatsCommand.self, Export.self, ImportCommand.self,
      CalendarCommand.self, FilterCommand.self,
      LibraryCommand.self, DanmakuCommand.self, Play.self, FeedCommand.self, Provider.self, MirrorCommand.self,
      Report.self,
      SimulateCommand.self,
      Drill.self,
      CapsuleCommand.self, ConfigCommand.self, Doctor.self,
    ])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var reading: ReadingOptions
}

/// A command that only holds others.
protocol CommandFamily: ParsableCommand {
  /// What every command understands.
  var global: GlobalOptions { get }
}

extension CommandFamily {
  func run() throws {
    let names = Self.configuration.subcommands.map { $0._commandName }.joined(separator: ", ")
    throw ValidationError("\(Self._commandName) wants one of: \(names).")
  }
}
