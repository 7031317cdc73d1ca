extension ListEntry {
  /// Whether more is kept than that the show is followed.
  public var isListed: Bool {
    status != nil || progress > 0 || rewatches > 0 || score != nil || started != nil || finished != nil
      || priority != nil || !note.isEmpty || !tags.isEmpty
  }
}
