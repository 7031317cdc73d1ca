import Locking

/// Messages to the UI thread, in the order in which they were posted.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Lock<[Message]>([])
  private let wake: @Sendable () -> Void

  /// A mailbox that calls `wake` when it is no longer empty: `WakePipe.wake`, or nothing in a test.
  public init(wake: @escaping @Sendable () -> Void = {}) {
    self.wake = wake
  }

  /// Leaves a message, from any thread.
  public func post(_ message: Message) {
    let wasEmpty = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if wasEmpty { wake() }
  }

  /// Takes all messages.
  public func drain() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
