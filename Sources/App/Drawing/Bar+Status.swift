import Anime
import Danmaku
import TUI

extension Bar {
  /// What stands at the right, in the longest words that fit: where the catalogue comes from, or how large it is.
  func status(columns: Int) -> Line? {
    forms.first { $0.width(ambiguity: model.world.ambiguity) <= columns }
  }

  private var forms: [Line] {
    let world = model.world
    if let playing = world.playing { return self.playing(playing) }
    let stamp = world.catalogue.stamp
    if stamp.isStarterOnly, let date = stamp.starterDate { return starter(date) }
    guard let overview = model.mirrors.overview, !overview.mirrors.isEmpty else {
      return [Line(world.strings.shows(world.catalogue.count), style: world.theme[.barStatus])]
    }
    return mirrors(overview)
  }

  /// `▶ 葬送のフリーレン · 7 · 12:03 / 23:40`, and shorter.
  private func playing(_ playing: NowPlaying) -> [Line] {
    let world = model.world
    let time = MediaTime.text(playing.time) + (playing.duration.map { " / \(MediaTime.text($0))" } ?? "")
    let mark = world.marks.playing(playing.isPaused)
    let texts = ["\(mark) \(playing.title)\(world.marks.separator)\(time)", "\(mark) \(time)", mark]
    return texts.map { Line($0, style: style(.new)) }
  }

  private func starter(_ date: CivilDate) -> [Line] {
    let world = model.world
    let label = world.strings.starter(date.yearAndMonth)
    let hint = world.isOffline ? nil : model.key(for: .sync).map(world.strings.starterHint)
    let texts = [
      hint.map { label + world.marks.separator + $0 }, label, world.strings.starterShort(date.yearAndMonth),
      world.strings.commit(0),
    ]
    return texts.compactMap(\.self).map { Line($0, style: style(.new)) }
  }

  /// `△ disputed · ● 3/4 mirrors · synced 2m ago`, and shorter; a dispute goes last.
  private func mirrors(_ overview: MirrorsOverview) -> [Line] {
    let world = model.world
    let separator = Line(world.marks.separator, style: world.theme[.barStatus])
    let ago = model.synced.map(world.ago)
    let synced = Line(ago.map(world.strings.syncedAgo) ?? world.strings.neverSynced, style: world.theme[.barStatus])
    let disputed = overview.isDisputed ? [warning] : []
    let forms = [disputed + [health(overview), synced], disputed + [health(overview)], disputed]
    return forms.filter { !$0.isEmpty }.map { parts in
      Line(Array(parts.map(\.spans).joined(separator: separator.spans)))
    }
  }

  /// That the catalogue is disputed, for which the names of other screens give way; nothing where it is not.
  var warning: Line {
    let world = model.world
    guard model.mirrors.overview?.isDisputed == true else { return Line() }
    return Line("\(world.marks.disputed) \(world.strings.mirrors.disputed)", style: style(.new))
  }

  /// How many mirrors can be counted on; where this side is to blame, for what.
  private func health(_ overview: MirrorsOverview) -> Line {
    let world = model.world
    if let fault = overview.localFault {
      let words = world.strings.network.cause(fault)
      return Line("\(world.marks.mirror(.open)) \(words)", style: style(.new))
    }
    let (usable, all) = (overview.mirrors.count { $0.state.isUsable }, overview.mirrors.count)
    let state: MirrorState = usable == all ? .good : usable == 0 ? .open : .probing
    return Line("\(world.marks.mirror(state)) ", style: style(state.style))
      + Line(world.strings.mirrors.usable(usable, all), style: world.theme[.barStatus])
  }

  /// `name` on the background of the bar.
  private func style(_ name: StyleName) -> Style { model.world.theme[name, on: .bar] }
}
