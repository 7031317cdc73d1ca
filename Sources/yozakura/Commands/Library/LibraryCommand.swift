internal import ArgumentParser

/// `library`
struct LibraryCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "library", abstract: "Find the episodes that are in your folders.",
    subcommands: [LibraryScan.self, LibraryList.self])

  @OptionGroup var global: GlobalOptions
}
