/// Makes tests of filters: what can be looked up once for all shows is looked up here.
struct FilterPreparation {
  let scene: FilterScene
  /// Whether a saved filter is being made ready: it holds no other.
  private(set) var isSaved = false

  init(scene: FilterScene) {
    self.scene = scene
  }

  func test(of filter: Filter) -> PreparedFilter.Test {
    switch filter {
    case .all(let members):
      let tests = members.map(test)
      return { subject in tests.allSatisfy { $0(subject) } }
    case .any(let members):
      let tests = members.map(test)
      return { subject in tests.contains { $0(subject) } }
    case .not(let filter):
      let test = test(of: filter)
      return { !test($0) }
    case .term(let term): return test(of: term)
    }
  }

  private func test(of term: FilterTerm) -> PreparedFilter.Test {
    switch term {
    case .words(let words): words.isEmpty ? { _ in true } : test(ofWords: SearchQuery(words))
    case .phrase(let text): test(ofPhrase: text)
    case .mark(let mark): test(of: mark)
    case .saved(let name): test(ofSaved: name)
    case .field(let field, let comparison, let values): test(of: field, comparison, values)
    }
  }

  private func test(ofSaved name: String) -> PreparedFilter.Test {
    guard !isSaved, let filter = scene.saved[name] else { return { _ in false } }
    var preparation = self
    preparation.isSaved = true
    return preparation.test(of: filter)
  }

  private func test(of mark: FilterMark) -> PreparedFilter.Test {
    let now = scene.now
    switch mark {
    case .followed: return { $0.entry.isFollowed }
    case .listed: return { $0.entry.isListed }
    case .pinned: return { $0.entry.isPinned }
    case .gone: return { $0.show?.isGone ?? true }
    case .airing: return { $0.facts?.state(at: now) == .airing }
    case .upcoming: return { $0.facts?.state(at: now) == .upcoming }
    case .ended: return { $0.facts?.state(at: now) == .ended }
    case .unwatched:
      return { subject in
        let noted = ShowNotes(delays: subject.entry.delays, episodeOffset: subject.entry.episodeOffset)
        return subject.show?.episodesOut(at: now, noted: noted).map { $0 > subject.entry.progress } ?? false
      }
    }
  }
}
