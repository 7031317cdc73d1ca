/// What a document holds next.
public enum MarkupEvent: Hashable, Sendable {
  /// An element begins.
  case start(MarkupElement)
  /// The element ends that began last.
  case end(MarkupName)
  /// A piece of text; one text may come in several.
  case text(String)
}

/// The beginning of an element.
public struct MarkupElement: Hashable, Sendable {
  /// What it is called.
  public var name: MarkupName
  /// What it says of itself, in the order of the document, without the declarations of namespaces.
  public var attributes: [MarkupAttribute]

  /// The value of the attribute `local` that has no namespace; the first where there are several.
  public subscript(_ local: String) -> String? {
    attributes.first { $0.name.local == local && $0.name.namespace.isEmpty }?.value
  }
}

/// An attribute of an element.
public struct MarkupAttribute: Hashable, Sendable {
  /// What it is called; without a prefix it has no namespace.
  public var name: MarkupName
  /// Its value; empty where it has none.
  public var value: String
}

/// The name of an element or attribute.
public struct MarkupName: Hashable, Sendable {
  /// The address that its prefix stands for; the prefix itself where nobody declared it, empty where there is none.
  public var namespace: String
  /// The name without the prefix.
  public var local: String

  /// `local`, in `namespace`.
  public init(_ local: String, in namespace: String = "") {
    self.namespace = namespace
    self.local = local
  }
}
