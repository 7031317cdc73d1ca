internal import ArgumentParser

/// `danmaku`
struct DanmakuCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "danmaku", abstract: "Watch comments fly, or count them.",
    subcommands: [DanmakuPlay.self, DanmakuStats.self])

  @OptionGroup var global: GlobalOptions
}
