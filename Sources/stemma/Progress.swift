internal import Dispatch
internal import StemmaKit
internal import Synchronization

/// How far a long run has come: one line on standard error, on a terminal only, four times a
/// second; and with `--verbose`, anywhere, a line for each stage that has ended.
///
/// A clock of its own draws the line, so that time goes on where a stage tells nothing.
final class Progress: Sendable {
  private static let interval = DispatchTimeInterval.milliseconds(250)

  private struct Running {
    var stage: Stage
    var began = ContinuousClock.now
    var isShown: Bool
  }

  private let isShown: Bool
  private let isVerbose: Bool
  private let began = ContinuousClock.now
  private let running = Mutex<Running?>(nil)
  private let ended = Mutex<[(work: Stage.Work, seconds: Double)]>([])

  /// The stages that have ended, and how long each took.
  var times: [(work: Stage.Work, seconds: Double)] { ended.withLock { $0 } }

  init(isQuiet: Bool, isVerbose: Bool = false) {
    isShown = !isQuiet && StatusLine.isPossible
    self.isVerbose = isVerbose
    if isShown { Self.wait(for: self, on: DispatchQueue(label: "stemma.progress")) }
  }

  deinit { StatusLine.erase() }

  /// Ends the stage before and begins another.
  ///
  /// - Parameter isShown: not where results go to the terminal at the same time.
  func begin(_ work: Stage.Work, count: Int = 0, of all: Int? = nil, isShown: Bool = true) {
    endStage()
    let stage = Stage(work: work, done: count, all: all, share: all.map { _ in 0 })
    running.withLock { $0 = Running(stage: stage, isShown: isShown) }
  }

  /// Tells how far the stage has come.
  ///
  /// - Parameter share: what is done of it; if not given, of the count where that is known.
  func advance(to done: Int, share: Double? = nil) {
    running.withLock { running in
      guard let stage = running?.stage else { return }
      // Threads come here out of order.
      running?.stage.done = max(stage.done, done)
      let ofCount = stage.all.map { Double(max(stage.done, done)) / Double(max(1, $0)) }
      running?.stage.share = share ?? ofCount
    }
  }

  /// Tells of a step of a search.
  func advance(_ step: ScanStep) {
    switch step {
    case .findingCandidates(let documents): begin(.findingCandidates, count: documents)
    case .comparing(let done, let all): advance(.comparing, to: done, of: all)
    case .findingStories(let done, let all): advance(.findingStories, to: done, of: all)
    }
  }

  /// Tells how far a stage has come, which begins with that, of as much as is known to be done.
  func advance(_ work: Stage.Work, to done: Int, of all: Int) {
    if running.withLock({ $0?.stage.work != work || $0?.stage.all == nil }) {
      begin(
        work, of: all, isShown: running.withLock { $0?.stage.work != work || $0?.isShown ?? true })
    }
    running.withLock { $0?.stage.all = all }
    advance(to: done)
  }

  /// Ends the last stage.
  func end() {
    endStage()
    if isVerbose { Terminal.complain("done in \(Stage.text(Self.seconds(since: began)))") }
  }

  /// Ends the stage and takes its line away.
  func endStage() {
    let last = running.withLock { running in
      defer { running = nil }
      return running
    }
    StatusLine.erase()
    guard let last else { return }
    let seconds = Self.seconds(since: last.began)
    ended.withLock { $0.append((last.stage.work, seconds)) }
    if isVerbose { Terminal.complain(last.stage.summary(seconds: seconds)) }
  }

  private static func wait(for progress: Progress, on queue: DispatchQueue) {
    queue.asyncAfter(deadline: .now() + interval) { [weak progress] in
      guard let progress else { return }
      progress.draw()
      wait(for: progress, on: queue)
    }
  }

  private func draw() {
    // Drawn while nobody can end the stage, whose line would then stay.
    running.withLock { running in
      guard let running, running.isShown else { return }
      StatusLine.draw(
        running.stage.line(
          seconds: Self.seconds(since: running.began), columns: Terminal.columns(2)))
    }
  }

  private static func seconds(since instant: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = instant.duration(to: .now).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
