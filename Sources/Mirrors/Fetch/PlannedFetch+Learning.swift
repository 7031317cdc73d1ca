extension PlannedFetch {
  /// Notes in `book` what an event tells about whom it comes from.
  mutating func note(_ event: Event, in book: inout HealthBook, at now: Duration) {
    switch event {
    case .versionTold(let source, let version, let measure):
      answer(source, .success, measure, in: &book, at: now)
      told[source] = version
    case .sourceFailed(let source, _, let fault, let measure):
      answer(source, .failure(fault), measure, in: &book, at: now)
    case .received(let mirror, let total):
      if attempts[mirror]?.firstByte == nil { attempts[mirror]?.firstByte = now }
      attempts[mirror]?.bytes = total
    case .failed(let mirror, _, let fault, let measure, _):
      end(mirror, .failure(fault), measure, in: &book, at: now)
    case .finished(let mirror, let measure):
      attempts[mirror]?.measure = measure
    case .accepted(let mirror, let version):
      end(mirror, .success, nil, in: &book, at: now)
      if let version { book.note(version, from: mirrors[mirror].origin, at: now) }
    case .rejected(let mirror, _, let fault):
      end(mirror, .failure(fault), nil, in: &book, at: now)
    case .doubted(let mirror, _, _):
      // Whether it or the provider is to blame is not known.
      attempts[mirror] = nil
    case .begin, .tick: break
    }
  }

  private mutating func answer(
    _ source: Int, _ outcome: Observation.Outcome, _ measure: Measure, in book: inout HealthBook, at now: Duration
  ) {
    guard let attempt = questions.removeValue(forKey: source) else { return }
    conclude(sources[source].origin, .metadata, attempt, outcome, measure, in: &book, at: now)
  }

  private mutating func end(
    _ mirror: Int, _ outcome: Observation.Outcome, _ measure: Measure?, in book: inout HealthBook, at now: Duration
  ) {
    guard let attempt = attempts.removeValue(forKey: mirror) else { return }
    conclude(mirrors[mirror].origin, .content, attempt, outcome, measure ?? attempt.measure, in: &book, at: now)
  }

  /// Notes how an attempt ended; where its `measure` is not known, what was seen of it here.
  func conclude(
    _ origin: Origin, _ traffic: Traffic, _ attempt: Attempt, _ outcome: Observation.Outcome, _ measure: Measure?,
    in book: inout HealthBook, at now: Duration
  ) {
    let seen = Measure(
      firstByte: attempt.firstByte.map { $0 - attempt.began }, total: now - attempt.began, bytes: attempt.bytes)
    let observation = Observation(
      origin, traffic, outcome, measure ?? seen, provider: provider, attempt: attempt.number)
    book.note(observation, at: now)
  }

  /// Notes in `book` what is about to be begun and ended.
  mutating func prepare(_ actions: [Action], in book: inout HealthBook, at now: Duration) {
    for action in actions {
      switch action {
      case .ask(let source):
        book.begin(sources[source].origin, .metadata, isRetry: questionCount > 0, at: now)
        questionCount += 1
        questions[source] = Attempt(number: questionCount, began: now)
      case .stopAsking(let source):
        guard let attempt = questions.removeValue(forKey: source) else { continue }
        conclude(sources[source].origin, .metadata, attempt, .abandoned, nil, in: &book, at: now)
      case .mirror(.start(let mirror)):
        book.begin(mirrors[mirror].origin, .content, isRetry: startCount > 0, at: now)
        startCount += 1
        attempts[mirror] = Attempt(number: startCount, began: now)
      case .mirror(.cancel(let mirror)):
        guard let attempt = attempts.removeValue(forKey: mirror) else { continue }
        conclude(mirrors[mirror].origin, .content, attempt, .abandoned, nil, in: &book, at: now)
      case .end(let outcome): weigh(outcome, in: &book, at: now)
      case .mirror, .wake: break
      }
    }
  }

  /// Believes what the sources told up to what turned out to be there; who told of more told of something that is nowhere.
  ///
  /// Noted at once, a version that does not exist would make every honest source look far behind the one that lies.
  private func weigh(
    _ outcome: CatalogueRace<Reason>.Outcome, in book: inout HealthBook, at now: Duration
  ) {
    guard let proven = proven(by: outcome) else { return }
    let witnesses = told.values.count { $0 == proven }
    if witnesses > 1 { book.confirm(HealthBook.Pool(provider, .metadata), at: now) }
    for (source, version) in told.sorted(by: { $0.key < $1.key }) {
      let origin = sources[source].origin
      guard version > proven else {
        book.note(version, from: origin, at: now)
        continue
      }
      book.note(Observation(origin, .metadata, .failure(Fault(.invalid)), provider: provider), at: now)
    }
  }

  /// The version that is known to be there after a fetch ended so.
  private func proven(by outcome: CatalogueRace<Reason>.Outcome) -> Version? {
    switch outcome {
    case .unchanged(let version): version
    case .raced(.accepted(let mirror)) where mirrors[mirror].needsVersion: version
    case .raced: nil
    }
  }
}
