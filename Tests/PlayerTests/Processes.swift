import Foundation

/// The processes of this machine, as /proc tells of them.
enum Processes {
  /// The running children of this process whose program has this name.
  static func children(named name: String) -> [pid_t] {
    let own = getpid()
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap(pid_t.init).filter { process in
      guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let end = status.lastIndex(of: ")"), let start = status.firstIndex(of: "(")
      else { return false }
      let fields = status[status.index(after: end)...].split(separator: " ")
      // What the kernel keeps of a name is 15 bytes.
      return status[status.index(after: start)..<end] == name.prefix(15) && fields.count > 1
        && fields[0] != "Z" && pid_t(fields[1]) == own
    }
  }
}
