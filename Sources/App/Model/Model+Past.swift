import Anime

extension Model {
  /// Asks for the moment that `text` names.
  mutating func travel(to text: String) -> [Effect] {
    isPastUnwanted = false
    say(world.strings.loading(text))
    return [.travel(to: text)]
  }

  /// Asks for the catalogue as of `commit`.
  mutating func travel(to commit: CapsuleOverview.CommitLine) -> [Effect] {
    isPastUnwanted = false
    say(world.strings.loading(world.strings.commit(commit.sequence)))
    return [.travelToCommit(commit.id)]
  }

  /// Shows the library as it was. Whoever asked in the capsule sees the catalogue, which is what has changed.
  mutating func show(_ moment: PastMoment, _ library: LibraryState) {
    guard !isPastUnwanted else { return }
    present = present ?? world.library
    notice = nil
    if moment.isStandIn { say(world.strings.standsIn(world.strings.commit(moment.sequence))) }
    if layers.isEmpty, place == .capsule { place = .catalogue }
    show(library, asOf: moment)
  }

  /// Shows the present at once, as it was last told, and asks whether it is still so.
  mutating func returnToPresent() -> [Effect] {
    guard let present else {
      // Also an answer that is still under way is not wanted any more.
      isPastUnwanted = true
      say(world.strings.atPresent)
      return []
    }
    isPastUnwanted = true
    self.present = nil
    show(present, asOf: nil)
    say(world.strings.atPresent)
    return [.returnToPresent]
  }

  private mutating func show(_ library: LibraryState, asOf moment: PastMoment?) {
    world.past = moment
    world.library = library
    // Both choose anew what comes next.
    tonight = TonightScreen()
    schedule.goToToday(world)
    refresh()
  }

  /// The present state changed: it is shown now, or when the user comes back from the past.
  mutating func take(_ library: LibraryState) -> [Effect] {
    let known = (present ?? world.library).catalogue.stamp.headSequence
    if world.past == nil { world.library = library } else { present = library }
    refresh()
    var effects: [Effect] = place == .capsule ? [.loadCapsule] : []
    if library.catalogue.stamp.headSequence != known {
      // Only a commit makes a version or brings comments; the user's own changes do neither.
      effects += layers.flatMap { if case .show(let screen) = $0 { readings(of: screen.show) } else { [Effect]() } }
    }
    return effects
  }

  /// Whether nothing may be changed, because the past is shown; then it says so.
  mutating func refusesChange() -> Bool {
    guard world.past != nil else { return false }
    alarm(world.strings.message(for: .readOnlyPast))
    return true
  }

  // MARK: Versions of a show

  mutating func keep(_ versions: [ShowVersion], of show: ShowID) {
    changeShowScreens { if $0.show == show { $0.keep(versions) } }
    refresh()
  }

  mutating func changeShowScreens(_ change: (inout ShowScreen) -> Void) {
    for index in layers.indices {
      guard case .show(var screen) = layers[index] else { continue }
      change(&screen)
      layers[index] = .show(screen)
    }
  }
}
