public import Anime
public import Capsule

extension ShowLibrary {
  /// What `bytes` heal, where they are what `receipt` is for; nil where they are something else.
  public func refetched(_ bytes: [UInt8], for receipt: Receipt, from mirror: String) -> RefetchedFile? {
    guard Digest(of: bytes) == receipt.sha256, let decode = deriver.options.decoders[receipt.kind],
      let decoded = try? decode(bytes)
    else { return nil }
    return RefetchedFile(receipt: receipt, bytes: bytes, cuts: decoded.cuts(length: bytes.count), mirror: mirror)
  }

  /// Heals what can be healed of `damage`, from what is here and from `files`, and looks at the capsule anew.
  public func repair(
    _ damage: [Damage], with files: [RefetchedFile], isDryRun: Bool
  ) throws(LibraryError) -> RepairReport {
    let report = try inCapsule { () throws(CapsuleError) in
      try capsule.repair(damage, with: files, isDryRun: isDryRun)
    }
    guard !isDryRun, !report.healed.isEmpty else { return report }
    // What stood in for damaged objects was packed under the present commit's name.
    deriver.catalogues.clear()
    try writing { (derived, isAlone) throws(LibraryError) in
      // What could not be read when the index was made is not in it.
      deriver.index.write(IndexContents.forget)
      derived = try deriver.rebuild(from: nil, isAlone: isAlone)
    }
    return report
  }

  /// What a collection would take, or what it took where `isApplied`.
  public func collect(
    _ retention: Retention, zone: Zone, isApplied: Bool
  ) throws(LibraryError) -> CollectionPlan {
    try writing { (derived, isAlone) throws(LibraryError) in
      let pinned = derived.entries.values.filter(\.isPinned).map(\.show)
      let rules = CollectionRules(retention: retention, pinned: try commits(changing: pinned)) { milliseconds in
        let date = zone.civil(Instant(milliseconds: milliseconds)).date
        return Retention.CalendarPlace(day: date.daysSince1970, month: date.year * 12 + date.month)
      }
      guard isApplied else {
        return try inCapsule { () throws(CapsuleError) in try capsule.planCollection(rules) }
      }
      let present = derived
      let plan = try inCapsule { () throws(CapsuleError) in
        try capsule.collect(rules) { deriver.prepareSame(as: present, for: $0) }
      }
      try deriver.refresh(&derived, isAlone: isAlone)
      deriver.catalogues.settle(on: deriver.name(of: derived.state))
      return plan
    }
  }
}

extension Snapshot {
  /// What of the list lies here.
  public var coverage: Coverage {
    var coverage = Coverage()
    for id in entries.keys {
      coverage.listed += 1
      guard let show = catalogue.show(id), !show.provider.isEmpty else {
        coverage.titleOnly += 1
        continue
      }
      coverage.whole += 1
      if show.isGone { coverage.gone += 1 }
    }
    return coverage
  }
}
