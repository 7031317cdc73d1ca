internal import Danmaku

/// What holds of every layout, whatever is laid out.
public enum LayoutProperty: String, CaseIterable, Sendable {
  /// No two comments of one lane are at one place at any moment.
  case apart
  /// Each comment is placed once, or hidden for one reason, which holds.
  case accounted
  /// Who seeks a moment sees what somebody sees there who played up to it.
  case seekable
  /// The order in which comments come means nothing.
  case orderless

  /// What is wrong on `stage`; nil where the property holds. `random` shuffles where shuffling is called for.
  public func flaw(on stage: RandomStage, using random: inout some RandomNumberGenerator) -> String? {
    let outcome = stage.outcome(of: stage.comments)
    switch self {
    case .apart: return outcome.meeting
    case .accounted: return outcome.unaccounted(on: stage)
    case .seekable: return outcome.unseekable
    case .orderless: return outcome.difference(from: stage.outcome(of: stage.comments.shuffled(using: &random)))
    }
  }
}

extension RandomStage.Outcome {
  /// Two comments that touch.
  fileprivate var meeting: String? {
    for (index, one) in layout.placed.enumerated() {
      for other in layout.placed[(index + 1)...] where one.sharesLane(with: other, layered: layout.rules.isLayered) {
        if one.touches(other, stage: layout.rules.columns) { return "\(one) touches \(other)" }
      }
    }
    return nil
  }

  /// A comment that is placed twice or outside of the stage, or hidden for no reason or for another than the rules'.
  fileprivate func unaccounted(on stage: RandomStage) -> String? {
    let placed = Dictionary(grouping: layout.placed, by: \.position)
    for position in comments.indices {
      let (placement, places) = (layout.placement(at: position), placed[position] ?? [])
      let isRight =
        switch (ruling.reason(at: position), placement) {
        case (let reason?, _): placement == .hidden(reason) && places.isEmpty
        case (nil, .placed): places.count == 1 && 0...stage.lanes.lanes - places[0].rows ~= places[0].lane
        case (nil, .hidden(.lanesFull)): places.isEmpty
        case (nil, .hidden(.area)): places.isEmpty && stage.lanes.spareLanes > 0
        case (nil, .hidden(.unsupported)): places.isEmpty && !comments.mode(at: position).isText
        case (nil, .hidden): false
        }
      if !isRight { return "comment \(position): \(placement), \(places.count) places" }
    }
    return nil
  }

  /// A moment at which other comments are seen than those that came and are not gone.
  fileprivate var unseekable: String? {
    var playing: [PlacedComment] = []
    var coming = layout.placed[...]
    for time in stride(from: 0, to: 40_000, by: 33) {
      while let next = coming.first, next.start <= time { playing.append(coming.removeFirst()) }
      playing.removeAll { $0.start + $0.life <= time }
      if layout.visible(at: time) != playing { return "\(time) ms" }
    }
    return nil
  }

  fileprivate func difference(from other: Self) -> String? {
    if layout.placed != other.layout.placed { return "other places" }
    let position = comments.indices.first {
      layout.placement(at: $0) != other.layout.placement(at: $0) || ruling.count(at: $0) != other.ruling.count(at: $0)
    }
    return position.map { "comment \($0): \(layout.placement(at: $0)), then \(other.layout.placement(at: $0))" }
  }
}
