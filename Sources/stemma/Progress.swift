internal import Synchronization

/// How far a long run has come: one line on standard error, on a terminal only.
final class Progress: Sendable {
  private let isShown: Bool
  private let last: Mutex<ContinuousClock.Instant>

  init(isQuiet: Bool) {
    isShown = !isQuiet && Terminal.isTerminal(2)
    last = Mutex(ContinuousClock.now)
  }

  func read(_ documents: Int) { show("\(documents) documents read") }

  func compared(_ done: Int, of all: Int) {
    show("\(done * 100 / max(1, all)) % of \(all) pairs compared")
  }

  func clear() {
    if isShown { Terminal.writeAll(2, Array("\r\u{1B}[K".utf8)) }
  }

  private func show(_ text: String) {
    guard isShown else { return }
    let isDue = last.withLock { last in
      guard last.duration(to: .now) > .milliseconds(200) else { return false }
      last = .now
      return true
    }
    if isDue { Terminal.writeAll(2, Array("\r\u{1B}[K\(text)".utf8)) }
  }
}
