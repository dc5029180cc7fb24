/// How much of a long test is done. In a debug build everything takes some thirty times as long: there a part of it
/// shows that nothing traps or overflows; the release build does all of it.
enum Effort {
  #if DEBUG
  static let isDebug = true
  #else
  static let isDebug = false
  #endif

  /// So many rounds, or a quarter of them in a debug build.
  static func of(_ rounds: Int) -> Int { isDebug ? (rounds + 3) / 4 : rounds }
}
