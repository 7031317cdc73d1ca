internal import Anime
internal import ArgumentParser
internal import Danmaku
internal import Library

/// `danmaku align REFERENCE OTHER` and `danmaku align --show ID --episode N [--apply]`
struct DanmakuAlign: Command {
  static let configuration = CommandConfiguration(
    commandName: "align", abstract: "Find out by how much comments must be moved to fit others.",
    discussion: """
      Texts that both say, and neither often, vote for the difference of their times: two files, or all that is kept \
      of an episode, against the first source. Where an intro or a break is cut in one, a second offset holds from \
      some moment on. --apply remembers what `danmaku offset` would: of two offsets the one that most texts agree with.
      """)
  static let schema = "danmaku-align"
  static let lists = ["fits"]

  @Argument(
    help: .init("The file whose times are right, and the one that is moved.", valueName: "file"), completion: .file())
  var files: [String] = []
  @Option(help: .init("The show of which comments are kept.", valueName: "id"), completion: .shows)
  var show: String?
  @Option(help: .init("The episode of the show.", valueName: "number"))
  var episode: Int?
  @Flag(help: "Remember the offsets that are found for the show.")
  var apply = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if show == nil, episode == nil, files.count == 2 {
      guard !apply else { throw ValidationError("--apply wants a show: files have no offsets.") }
    } else {
      guard files.isEmpty, show != nil, episode != nil else {
        throw ValidationError("Name two files, or --show and --episode.")
      }
    }
  }

  func answer(_ session: Session) throws -> Answer {
    if let show, let episode { return try align(show, episode, session) }
    let comments = try files.map { try DanmakuFile(at: $0).comments }
    return try answer(
      files[0], [FoundFit(name: files[1], estimate: OffsetEstimate(of: comments[1], to: comments[0]))])
  }

  /// Aligns what is kept of an episode.
  private func align(_ id: String, _ episode: Int, _ session: Session) throws -> Answer {
    let library = try session.library
    let show = try session.show(id, in: library.snapshot())
    let stored = try session.danmaku(of: show, episode: episode)
    guard let reference = stored.first?.key.source.description, stored.count > 1 else {
      throw Failure.notFound("Of episode \(episode) no two sources are kept; `danmaku show \(id)` lists them.")
    }
    let fits = try library.fits(of: stored).map { FoundFit(name: $0.stored.key.source.description, estimate: $0.fit) }
    let answer = try answer(reference, fits)
    guard apply else { return answer }
    try library.edit(show) { entry in
      var entry = entry
      let base = entry.offsets[reference] ?? 0
      for fit in fits {
        if let estimate = fit.estimate { entry.apply(entry.moving(fit.name, by: base + estimate.offset)) }
      }
      return [.offsets(entry.offsets)]
    }
    return answer
  }

  /// That of two offsets only one is kept, and for which sources; nil where each has one.
  private func hint(_ fits: [FoundFit]) -> String? {
    let torn = fits.filter { $0.estimate.map { $0.segments.count > 1 } ?? false }
    guard apply, !torn.isEmpty else { return nil }
    return "Of two offsets only the one that most texts agree with is kept: a part of "
      + torn.map(\.name).joined(separator: ", ") + " stays beside its time."
  }

  private func answer(_ reference: String, _ fits: [FoundFit]) throws -> Answer {
    guard fits.contains(where: { $0.estimate != nil }) else {
      throw Failure.notFound("Too little of what they say agrees on one offset.")
    }
    return Answer(
      fields: { [("reference", .string(reference)), ("fits", .array(fits.map(\.json)))] }, hint: hint(fits),
      say: { page in
        for fit in fits { fit.say(to: &page) }
      })
  }
}

/// What was found for one file or source.
private struct FoundFit {
  var name: String
  var estimate: OffsetEstimate?

  var json: JSON {
    .object([
      ("name", .string(name)), ("seconds", .decimal(orNull: estimate.map { Self.seconds($0.offset) })),
      ("percent", .number(orNull: estimate?.percent)), ("shared", .number(orNull: estimate?.shared)),
      (
        "segments",
        .array(
          (estimate?.segments ?? []).map {
            .object([
              ("startSeconds", .decimal(Self.seconds($0.start))), ("seconds", .decimal(Self.seconds($0.offset))),
            ])
          })
      ),
    ])
  }

  /// `bilibili  +12.4 s  fits 83 % of 412 rare texts`
  func say(to page: inout Page) {
    guard let estimate else {
      page.line(Page.Piece("\(name)  ", .plain), Page.Piece("fits nowhere: too little agrees", .bad))
      return
    }
    page.line(
      Page.Piece("\(name)  "), Page.Piece(DanmakuOffset.text(estimate.offset), .new),
      Page.Piece("  fits \(estimate.percent) % of \(Count.of(estimate.shared, "rare text"))", .faint))
    for segment in estimate.segments where estimate.segments.count > 1 {
      page.line(
        Page.Piece("  from \(MediaTime.text(segment.start)) on  ", .faint),
        Page.Piece(DanmakuOffset.text(segment.offset), .new))
    }
  }

  private static func seconds(_ milliseconds: Int) -> Double { Double(milliseconds) / 1000 }
}
