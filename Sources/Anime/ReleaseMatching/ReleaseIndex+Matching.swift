extension ReleaseIndex {
  /// The shows that `release` may be of, the likeliest first, at most `limit`; none where no title is like its names.
  ///
  /// A release without a number is of a first season, and one of a second season is never surely of a first: what
  /// numbers the season is weighed apart from the title. See `ReleaseScore`.
  public func matches(_ release: ReleaseName, limit: Int = 5) -> [ReleaseMatch] {
    let names = names(of: release)
    let season = release.season ?? names.compactMap(\.title.season).first
    var best: [Int: ReleaseScore] = [:]
    var found: [Int: Set<SeasonedTitle>] = [:]
    for name in names {
      for candidate in candidates(for: name.title, spelled: name.text) {
        let title = titles[candidate.title]
        found[title.show, default: []].insert(name.title)
        var score = ReleaseScore(candidate.likeness)
        score.weighSeason(season, of: name.title, against: seasons(of: title))
        score.weigh(release, name.title, title, catalogue.summary(at: shows[title.show].position))
        if best[title.show].map({ $0.points < score.points }) ?? true { best[title.show] = score }
      }
    }
    // A part of a title is no title: `一騎当千 Western Wolves` is not `一騎当千`.
    if names.count > 1, release.title == names.map(\.text).joined(separator: " ") {
      for show in best.keys where found[show]?.count == 1 { best[show]?.weigh(.partOfTitle) }
    }
    return ranked(best, limit)
  }

  /// The names to look for: the whole title alone where a show has it, else one for each language.
  private func names(of release: ReleaseName) -> [(text: String, title: SeasonedTitle)] {
    let whole = release.title.map { (text: $0, title: SeasonedTitle($0)) }
    if let whole, byStem[whole.title.stem] != nil || !spelled(whole.title).isEmpty { return [whole] }
    return release.names.map { ($0, SeasonedTitle($0)) }
  }

  private func seasons(of title: Title) -> ReleaseScore.Seasons {
    ReleaseScore.Seasons(
      title: title.seasoned, show: shows[title.show].season, isShared: isShared(title.seasoned.stem))
  }

  private typealias Candidate = (title: Int, likeness: ReleaseScore.Likeness)

  /// The titles that are `name`, or else those that are like it.
  private func candidates(for name: SeasonedTitle, spelled text: String) -> [Candidate] {
    guard let exact = byStem[name.stem]?.map(Int.init) else {
      let spelled = spelled(name)
      guard spelled.isEmpty else { return spelled.map { ($0, .sameSpelling) } + relatives(of: spelled) }
      let read = read(name)
      return read + relatives(of: read.map(\.title)) + similar(to: name)
    }
    let decisive = showsSpelled(text, among: exact)
    return exact.map { ($0, decisive.contains(titles[$0].show) ? .sameSigns : .same) } + relatives(of: exact)
  }

  /// The titles in kana that are `name` in Latin letters.
  private func spelled(_ name: SeasonedTitle) -> [Int] {
    LatinStem.spelling(ofLatin: name.stem).flatMap { bySpelling[$0] }?.map(Int.init) ?? []
  }

  /// The titles in Japanese that can be read as `name` in Latin letters.
  private func read(_ name: SeasonedTitle) -> [Candidate] {
    guard let reader = TitleReader(name.stem) else { return [] }
    let found = byBeginning.filter { reader.canBegin(with: $0.key) }.values.joined().map(Int.init)
    return found.filter { reader.reads(titles[$0].seasoned.stem) }.map { ($0, .reading(letters: reader.count)) }
  }

  /// The shows of later seasons that are called `text` with all its signs, where no first season is.
  ///
  /// Folding makes one of `K-ON!` and `K-ON!!`, which are two seasons.
  private func showsSpelled(_ text: String, among exact: [Int]) -> Set<Int> {
    let found = Set(exact.map { titles[$0].show })
    guard found.count > 1, found.count <= 20 else { return [] }
    let key = text.lowercased()
    let spelled = found.filter { show in
      catalogue.summary(at: shows[show].position).titles.all.contains { $0.lowercased() == key }
    }
    return spelled.contains { shows[$0].season ?? 1 == 1 } ? [] : spelled
  }

  /// The titles of other shows that share a title with the shows of `exact` in another language.
  ///
  /// `Dandadan 2nd Season` has the title of the first season alone, where the second has a Chinese one only; the
  /// Chinese titles of both have one stem.
  private func relatives(of exact: [Int]) -> [Candidate] {
    let known = Set(exact.map { titles[$0].show })
    // Twenty are more seasons than any show has; a title that more share is of no one show.
    return known.prefix(20).flatMap { show in
      shows[show].titles.flatMap { byStem[titles[$0].seasoned.stem] ?? [] }.prefix(200)
    }.map(Int.init).filter { !known.contains(titles[$0].show) }.map { ($0, .sameInOtherLanguage) }
  }

  private func similar(to name: SeasonedTitle) -> [Candidate] {
    let grams = Self.grams(name.stem)
    // A group that one title of twenty has tells few of them apart, and would be most of the work.
    let common = max(titles.count / 20, 50)
    var shared: [Int32: Int] = [:]
    for gram in grams {
      guard let found = byGram[gram], found.count <= common else { continue }
      for title in found { shared[title, default: 0] += 1 }
    }
    return shared.compactMap { title, count in
      let similarity = similarity(of: name.stem, grams.count, to: titles[Int(title)], shared: count)
      return similarity >= ReleaseScore.leastSimilarity ? (Int(title), .similar(similarity)) : nil
    }
  }

  /// How like two stems are, of 100: Dice's coefficient of their groups of letters.
  ///
  /// Where one is the beginning of the other it is at least 75: the name is of the show, or of one that belongs to it.
  private func similarity(of stem: String, _ count: Int, to title: Title, shared: Int) -> Int {
    let other = title.seasoned.stem
    let dice = 200 * shared / max(count + title.gramCount, 1)
    let isLong = min(count, title.gramCount) >= 4
    let isBeginning = isLong && (other.hasPrefix(stem) || stem.hasPrefix(other))
    return min(99, max(dice, isBeginning ? 75 : 0))
  }

  private func ranked(_ scores: [Int: ReleaseScore], _ limit: Int) -> [ReleaseMatch] {
    let found = scores.map { (position: shows[$0.key].position, score: $0.value) }.sorted { left, right in
      let begins = (catalogue.begin(at: left.position), catalogue.begin(at: right.position))
      return (right.score.points, begins.1, left.position) < (left.score.points, begins.0, right.position)
    }
    let isAmbiguous = found.count > 1 && found[0].score.points - found[1].score.points < ReleaseScore.clearLead
    return found.prefix(limit).map { found in
      var score = found.score
      if isAmbiguous { score.weigh(.ambiguous) }
      return ReleaseMatch(show: catalogue.id(at: found.position), confidence: score.confidence, reasons: score.reasons)
    }
  }
}
