internal import ArgumentParser

/// `danmaku`
struct DanmakuCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "danmaku", abstract: "Watch comments fly, keep them, or count them.",
    subcommands: [
      DanmakuPlay.self, DanmakuStats.self, DanmakuImport.self, DanmakuFetch.self, DanmakuShow.self, DanmakuExport.self,
      DanmakuOffset.self, DanmakuAlign.self, DanmakuConvert.self, DanmakuRules.self,
    ])

  @OptionGroup var global: GlobalOptions
}
