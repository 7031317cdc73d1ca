import HTTP
public import Mirrors

extension CatalogueFetch {
  /// Asks a version source.
  func ask(_ source: Int) {
    let request = HTTPRequest(
      provider.versionFrom[source], headers: [("Accept", "application/json")], limits: timing.document,
      redirects: .followUnless(VersionAnswer.isAnswer))
    let (client, mailbox, pin) = (client, mailbox, provider.versionPin)
    questions[source] = Task {
      let outcome = await client.fetch(request)
      let answer: Result<Version, FetchFailure>
      do throws(FetchFailure) {
        answer = .success(try VersionAnswer.read(outcome, pin: pin))
      } catch {
        answer = .failure(error)
      }
      mailbox.yield(.versionTold(source: source, answer, outcome.measure))
    }
  }

  /// Begins a transfer from a mirror.
  func begin(_ mirror: Int) {
    attempts[mirror] += 1
    let attempt = attempts[mirror]
    // What is joined is judged as a whole, like every file; a server whose file has changed sends it anew.
    let partial = partials.removeValue(forKey: mirror).flatMap { $0.url == url(of: mirror) ? $0 : nil }
    let request = HTTPRequest(
      url(of: mirror), headers: partial == nil ? conditions(of: mirror) : [], limits: timing.file, resuming: partial)
    let (client, mailbox) = (client, mailbox)
    transfers[mirror] = Task {
      let outcome = await client.fetch(request) { mailbox.yield(.event(mirror: mirror, attempt: attempt, $0)) }
      mailbox.yield(.transferred(mirror: mirror, attempt: attempt, outcome))
    }
  }

  /// Looks at a whole answer, beside everything else.
  func look(at mirror: Int) {
    guard let response = answers.removeValue(forKey: mirror) else { return }
    let template = provider.mirrors[mirror]
    let told = template.contains(ProviderConfiguration.placeholder) ? fetch.version : version(in: response)
    let file = FetchedFile(
      bytes: response.body, version: told?.description, mirror: template, url: url(of: mirror),
      etag: response.header("ETag")?.entityTag)
    let (judge, mailbox) = (judge, mailbox)
    Task.detached { mailbox.yield(.judged(mirror: mirror, judge.verdict(on: file, status: response.status))) }
  }

  /// The version to which a mirror without one in its address has redirected.
  private func version(in response: HTTPResponse) -> Version? {
    Version(inAddress: response.url).flatMap { provider.versionPin?.allows($0) == false ? nil : $0 }
  }

  private func url(of mirror: Int) -> String {
    let template = provider.mirrors[mirror]
    let parts = template.split(separator: ProviderConfiguration.placeholder, omittingEmptySubsequences: false)
    return parts.joined(separator: fetch.version?.description ?? "")
  }

  private func conditions(of mirror: Int) -> [(name: String, value: String)] {
    guard let present = judge.present, let etag = present.etag?.entityTag, present.url == url(of: mirror) else {
      return []
    }
    return [("If-None-Match", etag)]
  }
}

extension String {
  /// The mark of a content, fit to be sent back; nil where it is none: a server may say what it likes.
  var entityTag: String? {
    utf8.count <= 256 && utf8.allSatisfy { 0x21...0x7E ~= $0 } ? self : nil
  }
}

extension HTTPOutcome {
  /// What the request took, as the policy measures it.
  var measure: Measure {
    Measure(
      connect: timings.isReused ? nil : timings.connect, firstByte: timings.firstByte, total: timings.total,
      bytes: (try? result.get().wireBytes) ?? 0)
  }
}

extension ProviderConfiguration {
  /// Tells `book` who serves this provider.
  public func enroll(in book: inout HealthBook) {
    book.enroll(HealthBook.Pool(name, .content), plannedMirrors.map { ($0.origin, $0.group) })
    book.enroll(HealthBook.Pool(name, .metadata), plannedSources.map { ($0.origin, $0.group) })
  }

  /// The mirrors as the policy knows them.
  var plannedMirrors: [PlannedFetch<FetchFailure>.Mirror] {
    mirrors.map { template in
      // What is no address was refused when it was written; what slipped through fails when it is asked.
      let origin = Origin(template) ?? .nowhere
      return PlannedFetch.Mirror(
        origin, group: group(of: origin), needsVersion: template.contains(Self.placeholder),
        isPinned: template == pinned)
    }
  }

  /// The version sources as the policy knows them.
  var plannedSources: [PlannedFetch<FetchFailure>.Source] {
    versionFrom.map { address in
      let origin = Origin(address) ?? .nowhere
      return PlannedFetch.Source(origin, group: group(of: origin))
    }
  }
}
