internal import Anime
internal import App
internal import Capsule
internal import Library
internal import TUINcurses

/// Does what the model asks of the capsule: looks back, tells what is there, proves it, brings something back.
struct CapsuleRunner: Sendable {
  let library: ShowLibrary
  /// Where the capsule lies.
  let folder: String
  let memory: VerificationMemory
  let clock: InterfaceClock
  let zone: Zone
  let mailbox: Mailbox<Message>

  /// Does it, and posts what came of it. It reads the disk, so it belongs on no thread that draws.
  func perform(_ effect: Effect) {
    do {
      switch effect {
      case .travel(let text):
        guard let moment = MomentReference(text, zone: zone) else {
          throw App.Failure.noSuchMoment(text, first: try library.beginning())
        }
        try travel(library.past(moment))
      case .travelToCommit(let name): try travel(library.past(of: library.commit(named: name)))
      case .returnToPresent: mailbox.post(.present(LibraryState(library.snapshot())))
      case .loadCapsule: mailbox.post(.capsule(try overview()))
      case .verifyCapsule(let readAll): try verify(readAll)
      case .loadHistory(let show):
        mailbox.post(.history(show, try library.versions(of: show).map(App.ShowVersion.init)))
      case .accept(let provider):
        let done = try library.accept(provider)
        mailbox.post(.accepted(provider: provider, removed: done.difference.removed))
        mailbox.post(.library(LibraryState(library.snapshot())))
      case .restore(let name):
        let done = try library.restore(library.commit(named: name))
        mailbox.post(.restored(sequence: done.commit.sequence))
        mailbox.post(.library(LibraryState(library.snapshot())))
      default: preconditionFailure("\(effect) is nothing that the capsule does")
      }
    } catch {
      mailbox.post(.failed(App.Failure(error)))
    }
  }

  private func travel(_ past: PastSnapshot) {
    let moment = PastMoment(
      asked: past.moment, sequence: past.commit?.sequence ?? 0, observed: past.commit?.time,
      isStandIn: past.givenUp != nil)
    mailbox.post(.travelled(moment, LibraryState(past.snapshot)))
  }

  private func verify(_ readAll: Bool) throws {
    let result = try library.capsule.verify(readAll ? .everyByte : .structure)
    memory.remember(result, at: clock.now)
    mailbox.post(.capsule(try overview()))
    mailbox.post(.verified(damaged: result.damage.count, readAll: readAll))
  }

  private func overview() throws -> CapsuleOverview {
    let snapshot = library.snapshot()
    let commits = library.commits
    let figures = try library.capsule.figures()
    let room = library.capsule.room
    return CapsuleOverview(
      folder: folder, commits: commits.map { .init($0, isHead: $0.id == commits.first?.id) },
      objectCount: figures.objectCount, objectBytes: figures.objectBytes, operationCount: figures.operationCount,
      deviceCount: figures.deviceCount, quarantineBytes: figures.quarantineBytes, room: room?.available,
      reserve: room?.reserve ?? 0, pins: snapshot.entries.values.filter(\.isPinned).map(\.show).sorted(),
      verified: memory.recall().map { .init(at: $0.at, isWhole: $0.isWhole, damaged: $0.damaged) },
      setAside: snapshot.providers.compactMap { provider in
        provider.setAside.map { .init(provider: provider.name, fetched: $0.fetched, missing: $0.missing) }
      },
      coverage: snapshot.coverage)
  }
}

extension CapsuleOverview.CommitLine {
  fileprivate init(_ commit: CommitSummary, isHead: Bool) {
    self.init(
      id: commit.id.description, sequence: commit.sequence, time: commit.time, provider: commit.provider,
      mirror: commit.mirror, cause: .init(commit.cause), added: commit.added, changed: commit.changed,
      removed: commit.removed, isThinned: commit.isThinned, isHead: isHead)
  }
}

extension CapsuleOverview.CommitLine.Cause {
  fileprivate init(_ word: String) {
    self =
      switch word {
      case "sync": .sync
      case "setAside": .setAside
      case "accept": .accept
      case "restore": .restore
      case CommitDraft.merge: .merge
      case CommitDraft.collection: .collection
      case "import", "fetch": .comments
      default: .other
      }
  }
}

extension App.ShowVersion {
  fileprivate init(_ version: Library.ShowVersion) {
    let difference = version.difference
    let event: Event =
      difference.before == nil ? .added : difference.after == nil ? .removed : .changed(difference.changes)
    self.init(
      sequence: version.commit.sequence, time: version.commit.time, provider: difference.provider, event: event)
  }
}
