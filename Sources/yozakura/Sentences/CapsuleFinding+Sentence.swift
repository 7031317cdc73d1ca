internal import Capsule

extension CapsuleFinding {
  /// What was damaged, what stands in for it, and what to do where there is something to do.
  var sentence: String {
    switch self {
    case .headSlotDamaged(let slot):
      "HEAD.\(slot) of the capsule is damaged; its twin answers, and the next sync writes it anew."
    case .headLost(let standIn):
      "Both slots of the capsule's HEAD are damaged; \(Self.sentence(standIn))."
    case .headCommitUnreadable(let commit, let standIn):
      "The newest commit, \(commit.sequence), cannot be read; \(Self.sentence(standIn))."
    case .commitReadFromCopy(let commit):
      "Commit \(commit.sequence) is damaged; its copy answers."
    case .contentDamaged(let provider):
      "What \(provider) sent last is damaged in the capsule; what is whole stands in. `yozakura capsule repair` heals it."
    case .formatMissing:
      "The file `format` of the capsule is gone; the next change writes it anew."
    case .objectReplaced(_, let quarantined):
      "An object of the capsule was damaged and has been written anew; what it was is kept as \(quarantined)."
    case .logHealed(_, let quarantined):
      "A log of your changes was damaged and has been healed from its copy; what it was is kept as \(quarantined)."
    case .operationsLost(let device, let numbers):
      "Your changes \(numbers.lowerBound) to \(numbers.upperBound) on the device \(device) cannot be read in either "
        + "copy of its log; all others are here. What stands in the files is kept."
    case .chainBroken(let device, let number):
      "The log of the device \(device) was altered before change \(number); it is read as it is."
    }
  }

  private static func sentence(_ standIn: CommitID?) -> String {
    let stands = standIn.map { "commit \($0.sequence) stands in" } ?? "the starter catalogue stands in"
    return "\(stands), and `yozakura sync` fetches what is missing"
  }
}
