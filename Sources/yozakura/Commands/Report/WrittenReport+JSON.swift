internal import Mirrors

extension WrittenReport {
  /// The fields of the answer.
  var fields: [JSON.Field] {
    [
      ("month", .string(month.description)),
      ("from", .string(orNull: report.span.map { Self.instant($0.lowerBound) })),
      ("to", .string(orNull: report.span.map { Self.instant($0.upperBound) })),
      ("damagedLines", .number(damagedLines)),
      ("providers", .array(report.providers.map(\.json))),
      ("mirrors", .array(report.mirrors.map(\.json))),
    ]
  }
}

extension MirrorReport.Provider {
  fileprivate var json: JSON {
    let outcomes = MirrorRecord.Sync.Outcome.allCases.map { outcome -> JSON.Field in
      (outcome.rawValue, .number(syncs.outcomes[outcome] ?? 0))
    }
    return .object(
      [
        ("name", .string(name)), ("availabilityPerMille", .number(orNull: syncs.availability.map(perMille))),
        ("syncs", .object(outcomes)), ("excusedSyncs", .number(syncs.excused)),
        ("failovers", .number(syncs.failovers)),
        (
          "ageSeconds",
          .object([
            ("mean", .number(orNull: WrittenReport.seconds(syncs.meanAge))),
            ("worst", .number(orNull: WrittenReport.seconds(syncs.worstAge))),
          ])
        ), ("outages", syncs.outages.json), ("requests", .object(requests.fields)),
      ])
  }
}

extension MirrorReport.Mirror {
  fileprivate var json: JSON {
    .object(
      [
        ("provider", .string(provider)), ("origin", .string(origin.description)),
        ("availabilityPerMille", .number(orNull: requests.availability.map(perMille))),
        ("outages", requests.outages.json),
      ] + requests.fields)
  }
}

extension RequestFigures {
  fileprivate var fields: [JSON.Field] {
    let quantiles: [JSON.Field] = [0.5, 0.95, 0.99].map { part in
      ("p\(Int(part * 100))", .number(orNull: WrittenReport.milliseconds(firstByte[part])))
    }
    return [
      ("good", .number(good)), ("failed", .number(failed)), ("excused", .number(excused)),
      ("abandoned", .number(abandoned)), ("bytes", .number(bytes)), ("firstByteMs", .object(quantiles)),
      ("causes", .object(rankedCauses.map { ($0.code.rawValue, .number($0.count)) })),
    ]
  }
}

extension Outages {
  fileprivate var json: JSON {
    let worst = longest.map { outage -> JSON in
      .object([
        ("from", .string(WrittenReport.instant(outage.began))), ("to", .string(WrittenReport.instant(outage.ended))),
        ("seconds", .number(orNull: WrittenReport.seconds(outage.length))), ("isOver", .bool(outage.isOver)),
      ])
    }
    return .object([("count", .number(count)), ("longest", worst ?? .null)])
  }
}

/// A share in whole thousandths: JSON has whole numbers only here.
private func perMille(_ share: Double) -> Int { Int((share * 1000).rounded()) }
