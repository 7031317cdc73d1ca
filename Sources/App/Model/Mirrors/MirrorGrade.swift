/// How good a mirror is, in one letter: `A` is the best.
public enum Grade: String, Hashable, Sendable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
  case f = "F"
}

/// Why a grade is no better.
public enum GradeReason: Hashable, Sendable {
  /// Its first byte takes so many milliseconds.
  case slow(milliseconds: Int)
  /// So many of 100 attempts go well.
  case unreliable(percent: Int)
  /// Others have newer data.
  case behind
  /// Its bytes were proven wrong.
  case lied
  /// It says no.
  case refusing
  /// It asks to wait.
  case busy
  /// Its last attempts failed.
  case failing
  /// It was hardly asked yet.
  case untried
}
