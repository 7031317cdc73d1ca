extension FilterPreparation {
  /// Whether `field` compares so to one of `values`.
  func test(
    of field: FilterField, _ comparison: FilterComparison, _ values: [FilterValue]
  ) -> PreparedFilter.Test {
    let japan = Zone.japan
    let zone = scene.zone
    switch field {
    case .title: return any(values.map { $0 == .anything ? { _ in true } : test(ofPhrase: $0.plainText) })
    case .note: return test(ofText: values) { $0.entry.note }
    case .tag: return test(ofTags: values) { $0.entry.tags }
    case .status: return test(ofWords: values) { $0.entry.status?.rawValue }
    case .type: return test(ofWords: values) { $0.facts?.kind.rawValue }
    case .language: return test(ofWords: values) { $0.facts?.nativeLanguage.rawValue.lowercased() }
    case .priority: return test(ofRanks: field, comparison, values) { $0.entry.priority?.rawValue }
    case .score: return test(ofNumbers: comparison, values) { $0.entry.score }
    case .progress: return test(ofNumbers: comparison, values) { $0.entry.progress }
    case .rewatches: return test(ofNumbers: comparison, values) { $0.entry.rewatches }
    case .episodes: return test(ofNumbers: comparison, values) { $0.facts?.episodeCount }
    case .year: return test(ofNumbers: comparison, values) { $0.facts?.season.year }
    case .season: return test(ofSeasons: comparison, values)
    case .begin: return test(ofDays: comparison, values) { $0.facts.map { japan.day($0.begin) } }
    case .end: return test(ofDays: comparison, values) { $0.facts?.end.map(japan.day) }
    case .added: return test(ofDays: comparison, values) { $0.entry.added.map(zone.day) }
    case .changed: return test(ofDays: comparison, values) { $0.entry.changed.map(zone.day) }
    case .started: return test(ofDays: comparison, values) { $0.entry.started?.daysSince1970 }
    case .finished: return test(ofDays: comparison, values) { $0.entry.finished?.daysSince1970 }
    case .on: return any(values.map(test(ofSite:)))
    case .id: return any(values.map(test(ofID:)))
    }
  }

  private func any(_ tests: [PreparedFilter.Test]) -> PreparedFilter.Test {
    { subject in tests.contains { $0(subject) } }
  }

  private func test(
    ofWords values: [FilterValue], _ word: @escaping (FilterSubject) -> String?
  ) -> PreparedFilter.Test {
    { subject in
      let word = word(subject)
      return values.contains { value in
        switch value {
        case .anything: word != nil
        case .nothing: word == nil
        case .word(let wanted): word == wanted
        default: false
        }
      }
    }
  }

  private func test(
    ofRanks field: FilterField, _ comparison: FilterComparison, _ values: [FilterValue],
    _ word: @escaping (FilterSubject) -> String?
  ) -> PreparedFilter.Test {
    guard case .rank(let words) = field.form else { preconditionFailure("\(field) has no ranks") }
    let ranks = values.map { value in
      if case .word(let word) = value { FilterValue.number(words.firstIndex(of: word) ?? 0) } else { value }
    }
    return test(ofNumbers: comparison, ranks, isZeroNothing: false) { subject in
      word(subject).flatMap { words.firstIndex(of: $0) }
    }
  }

  /// A number that is 0 counts as nothing where a number counts something.
  private func test(
    ofNumbers comparison: FilterComparison, _ values: [FilterValue], isZeroNothing: Bool = true,
    _ number: @escaping (FilterSubject) -> Int?
  ) -> PreparedFilter.Test {
    { subject in
      let number = number(subject)
      return values.contains { value in
        switch value {
        case .anything: number != nil && (number != 0 || !isZeroNothing)
        case .nothing: number == nil || number == 0 && isZeroNothing
        case .number(let wanted), .score(let wanted): number.map { comparison.holds($0, wanted) } ?? false
        default: false
        }
      }
    }
  }

  private func test(
    ofDays comparison: FilterComparison, _ values: [FilterValue], _ day: @escaping (FilterSubject) -> Int?
  ) -> PreparedFilter.Test {
    let today = scene.zone.day(scene.now)
    let spans: [Range<Int>] = values.compactMap { value in
      if case .date(let date) = value { date.days(comparison, today: today) } else { nil }
    }
    return { subject in
      guard let day = day(subject) else { return values.contains(.nothing) }
      return values.contains(.anything) || spans.contains { $0.contains(day) }
    }
  }

  private func test(ofSeasons comparison: FilterComparison, _ values: [FilterValue]) -> PreparedFilter.Test {
    { subject in
      guard let season = subject.facts?.season else { return values.contains(.nothing) }
      return values.contains { value in
        switch value {
        case .anything: true
        case .season(let wanted): comparison.holds(season, wanted)
        case .year(let wanted): comparison.holds(season.year, wanted)
        default: false
        }
      }
    }
  }

  /// Whether the show is at a site; at any that shows it where none is named.
  private func test(ofSite value: FilterValue) -> PreparedFilter.Test {
    let catalogue = scene.catalogue
    let isWanted: (UInt32) -> Bool
    switch value {
    case .anything, .nothing: isWanted = catalogue.isOnAir(site:)
    default:
      let sites = catalogue.siteIndexes(value.plainText)
      isWanted = sites.contains
    }
    let isMissing = value == .nothing
    return { subject in
      guard let show = subject.show else { return isMissing }
      return catalogue.hasLink(show.position, where: isWanted) != isMissing
    }
  }

  private func test(ofID value: FilterValue) -> PreparedFilter.Test {
    let text = value.plainText
    if value == .anything { return { _ in true } }
    if let id = ShowID(text) { return { $0.entry.show == id } }
    guard let colon = text.firstIndex(of: ":") else { return { _ in false } }
    let positions = Set(
      scene.catalogue.positions(site: String(text[..<colon]), id: String(text[text.index(after: colon)...])))
    return { subject in subject.show.map { positions.contains($0.position) } ?? false }
  }
}

extension Zone {
  /// The day on which `instant` lies here, counted since 1970.
  fileprivate func day(_ instant: Instant) -> Int {
    civil(instant).date.daysSince1970
  }
}
