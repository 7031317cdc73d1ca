internal import ArgumentParser

/// `feed`
struct FeedCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "feed", abstract: "Print what feeds say: releases and news.", subcommands: [FeedList.self])

  @OptionGroup var global: GlobalOptions
}
