extension PlannedFetch {
  /// Notes in `book` what an event tells about whom it comes from.
  mutating func note(_ event: Event, in book: inout HealthBook, at now: Duration) {
    switch event {
    case .versionTold(let source, let version, let measure):
      guard questions.removeValue(forKey: source) != nil else { return }
      book.note(Observation(sources[source].origin, .metadata, .success, measure), at: now)
      book.note(version, from: sources[source].origin, at: now)
    case .sourceFailed(let source, _, let fault, let measure):
      guard questions.removeValue(forKey: source) != nil else { return }
      book.note(Observation(sources[source].origin, .metadata, .failure(fault), measure), at: now)
    case .received(let mirror, let total):
      if attempts[mirror]?.firstByte == nil { attempts[mirror]?.firstByte = now }
      attempts[mirror]?.bytes = total
    case .failed(let mirror, _, let fault, let measure, _):
      learn(mirror, .failure(fault), measure, in: &book, at: now)
    case .finished(let mirror, let measure):
      attempts[mirror]?.measure = measure
    case .accepted(let mirror, let version):
      learn(mirror, .success, nil, in: &book, at: now)
      if let version { book.note(version, from: mirrors[mirror].origin, at: now) }
    case .rejected(let mirror, _, let fault):
      learn(mirror, .failure(fault), nil, in: &book, at: now)
    case .doubted(let mirror, _, _):
      // Whether it or the provider is to blame is not known.
      attempts[mirror] = nil
    case .begin, .tick: break
    }
  }

  private mutating func learn(
    _ mirror: Int, _ outcome: Observation.Outcome, _ measure: Measure?, in book: inout HealthBook, at now: Duration
  ) {
    guard let attempt = attempts.removeValue(forKey: mirror) else { return }
    let measure = measure ?? attempt.measure ?? Measure(total: now - attempt.began, bytes: attempt.bytes)
    book.note(Observation(mirrors[mirror].origin, .content, outcome, measure), at: now)
  }

  /// Notes in `book` what is about to be begun and ended.
  mutating func prepare(_ actions: [Action], in book: inout HealthBook, at now: Duration) {
    for action in actions {
      switch action {
      case .ask(let source):
        book.begin(sources[source].origin, .metadata, isRetry: !questions.isEmpty, at: now)
        questions[source] = now
      case .stopAsking(let source):
        guard let began = questions.removeValue(forKey: source) else { continue }
        abandon(sources[source].origin, .metadata, Attempt(began: began), in: &book, at: now)
      case .mirror(.start(let mirror)):
        book.begin(mirrors[mirror].origin, .content, isRetry: starts > 0, at: now)
        starts += 1
        attempts[mirror] = Attempt(began: now)
      case .mirror(.cancel(let mirror)):
        guard let attempt = attempts.removeValue(forKey: mirror) else { continue }
        abandon(mirrors[mirror].origin, .content, attempt, in: &book, at: now)
      case .mirror, .wake, .end: break
      }
    }
  }

  private func abandon(
    _ origin: Origin, _ traffic: Traffic, _ attempt: Attempt, in book: inout HealthBook, at now: Duration
  ) {
    let measure = Measure(
      firstByte: attempt.firstByte.map { $0 - attempt.began }, total: now - attempt.began, bytes: attempt.bytes)
    book.note(Observation(origin, traffic, .abandoned, measure), at: now)
  }
}
