import Anime
import App
import Danmaku
import Picture
import Playback
import TUI
import TUITesting
import Testing

/// Openings and endings that are marked, and comments that come later.
extension TheatreTests {
  // MARK: Openings and endings

  @Test func `A part of the film is marked where it stands, and another press says where it ends`() throws {
    var model = try Self.playing()
    let asked = model.update(.input(.key(.control("o"))))
    #expect(asked == [.markPart(.opening, at: 10_500)])
    _ = model.update(.marked(.begun(.opening)))
    #expect(text(model).contains("Opening begins here · Ctrl-O where it ends"))
    _ = model.update(.marked(.kept(.opening)))
    #expect(text(model).contains("The opening will be skipped."))
    #expect(model.update(.input(.key(.control("e")))) == [.markPart(.ending, at: 10_500)])
  }

  @Test func `Where nobody knows the show nothing is marked, and that is said`() throws {
    var model = try Self.playing()
    _ = model.update(.marked(.unknownShow))
    #expect(text(model).contains("nobody knows"))
  }

  // MARK: Comments that come later

  private static let wanted = WantedComments(
    of: request.source, title: "EP01.mkv", show: Samples.frieren.id, episode: 1)

  /// A theatre without comments, whose film plays and was at `time` now; they were asked for with `asked`.
  private static func waiting(at time: Int = 10_500) throws -> (model: Model, asked: [Effect]) {
    var start = Samples.start()
    start.isTheatre = true
    var model = Model(start)
    let bare = StageContent(title: "EP01.mkv", file: DanmakuFile(.jsonLines, comments: Comments()))
    let asked = model.update(.theatre(TheatreContent(request, stage: bare, wanted: wanted)))
    _ = model.update(.player(.loaded(MediaDescription(duration: 1_420_000, picture: size))))
    _ = model.update(.player(position(time)))
    return (model, asked)
  }

  @Test func `Comments that are not here are asked for when the film is`() throws {
    let asked = try Self.waiting().asked
    #expect(asked.first == .player(.load(Self.request)))
    #expect(asked.contains(.fetchComments(Self.wanted)))
    #expect(try Self.opened().asked.allSatisfy { if case .fetchComments = $0 { false } else { true } })
  }

  @Test func `Comments that come later fly where the film is, and the film knows nothing of them`() throws {
    var (model, _) = try Self.waiting()
    _ = model.update(.input(.key(.character("+"))))
    let before = text(model)
    #expect(!before.contains("夜桜がきれい") && before.contains("00:10"))
    let asked = model.update(.comments(.found(try Self.comments(), source: "mine"), of: Self.request.source))

    #expect(asked.isEmpty)
    // The comments come a second later, as was asked for before they were here.
    #expect(!text(model).contains("夜桜がきれい"))
    _ = model.update(.player(Self.position(11_500)))
    let after = text(model)
    #expect(after.contains("夜桜がきれい") && after.contains("00:11") && after.contains("23:40"))
    #expect(after.contains("3 comments · mine"))
  }

  @Test func `Comments of a film that is no longer played are not shown`() throws {
    var (model, _) = try Self.waiting()
    let other = MediaSource.file(path: "/films/EP02.mkv")
    _ = model.update(.comments(.found(try Self.comments(), source: "mine"), of: other))
    #expect(!text(model).contains("夜桜がきれい"))
  }

  @Test func `A server that gives no comments is named, and the film goes on`() throws {
    var (model, _) = try Self.waiting()
    let asked = model.update(.comments(.failed("mine: connection refused"), of: Self.request.source))
    #expect(asked.isEmpty)
    #expect(text(model).contains("No comments came: mine: connection refused"))
    #expect(text(model).contains("00:10"))
  }
}
