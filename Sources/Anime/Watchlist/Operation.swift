/// One change by the user, which may touch several shows; one step of undo.
public struct Operation: Hashable, Sendable {
  /// Its own id, unique among all devices.
  public var id: String
  /// When and by which device it was written.
  public var clock: HybridClock
  /// Whether the user edited, undid or redid.
  public var cause: Cause
  /// What it sets.
  public var edits: [Edit]
  /// Where it took the catalogue; nil where it left that alone.
  public var catalogue: CatalogueStep?
  /// Whether it took in what a file says: nobody watched all that at its moment.
  public var isImport: Bool

  /// An operation.
  public init(
    id: String, clock: HybridClock, cause: Cause = .edit, edits: [Edit], catalogue: CatalogueStep? = nil,
    isImport: Bool = false
  ) {
    self.id = id
    self.clock = clock
    self.cause = cause
    self.edits = edits
    self.catalogue = catalogue
    self.isImport = isImport
  }

  /// Whether undo takes it back. What only tells for how long something was played is no decision of anybody's: whoever
  /// undoes after an episode means that it counts as watched.
  var isStepOfUndo: Bool {
    edits.contains { edit in edit.changes.contains { $0.field != .played } } || catalogue != nil
  }

  /// The device that wrote it.
  public var device: String { clock.device }

  /// Why an operation was written.
  public enum Cause: Hashable, Sendable {
    /// The user changed something.
    case edit
    /// The user undid the operation with this id.
    case undo(of: String)
    /// The user redid the operation with this id.
    case redo(of: String)
  }

  /// What an operation sets for one show.
  public struct Edit: Hashable, Sendable {
    /// The show.
    public var show: ShowIdentity
    /// The fields and their new values.
    public var changes: [Change]

    /// `changes` to `show`.
    public init(show: ShowIdentity, changes: [Change]) {
      self.show = show
      self.changes = changes
    }
  }
}

/// A step by which the user made an earlier catalogue the present one, or accepted one that was set aside.
public struct CatalogueStep: Hashable, Sendable {
  /// The name of the commit that was the present one before.
  public var from: String
  /// The name of the commit that the step made.
  public var to: String

  /// The step from one commit to another.
  public init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// The step back.
  public var reversed: CatalogueStep { CatalogueStep(from: to, to: from) }
}
