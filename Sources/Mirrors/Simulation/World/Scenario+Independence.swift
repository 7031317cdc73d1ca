extension Scenario {
  /// The same as somebody would see it who knows nothing of shared fate: each member of a group meets the group's
  /// troubles by itself, as often and as long as before.
  public var withoutSharedFate: Scenario {
    var scenario = self
    scenario.groups = groups.map { Group($0.name) }
    for index in mirrors.indices {
      let shared = groups.first { $0.name == mirrors[index].group }?.troubles ?? []
      scenario.mirrors[index].troubles = shared + mirrors[index].troubles
    }
    return scenario
  }
}
