extension Speech {
  static let english = Speech(
    next: "next",
    starterOnly: { "This is the starter catalogue of \($0); `yozakura sync` fetches the whole one." },
    nothingFollowed: "You follow nothing yet: `yozakura follow ID`.",
    nothingListed: "Nothing is on your list yet: `yozakura set ID --status watching`.",
    exported: { $0 == 1 ? "1 show in \($1)" : "\($0) shows in \($1)" },
    undone: "undone",
    redone: "redone",
    setAside: { "set aside: the answer lacks \($0) of \($1) shows" },
    failed: "failed")
}
