internal import Dispatch
internal import Synchronization

/// Makes something of each of the things that come one after the other, several at a time, and hands
/// on what came of them in their order.
///
/// All threads do the same: fetch the next, make, hand on what is due. One at a time fetches, and one
/// at a time hands on.
package struct Pipeline: Sendable {
  private let threads: Int
  private let mostWaiting: Int

  /// - Parameter mostWaiting: so many may wait for one that was begun before them.
  package init(threads: Int, mostWaiting: Int) {
    (self.threads, self.mostWaiting) = (threads, mostWaiting)
  }

  private struct Source {
    var fetched = 0
    var isAtEnd = false
  }

  private struct Sink<Made: Sendable> {
    /// Made before one that was fetched earlier.
    var waiting: [Int: Made] = [:]
    var taken = 0
    var failure: (any Error)?
  }

  /// - Parameters:
  ///   - scratch: what each thread keeps from one to the next.
  ///   - fetch: the next; `nil` at the end.
  /// - Throws: what `take` throws; nothing more is handed on then.
  package func run<Fetched: Sendable, Made: Sendable, Scratch>(
    scratch: @Sendable () -> Scratch, fetch: () -> Fetched?,
    make: @Sendable (inout Scratch, Fetched) -> Made, take: (Made) throws -> Void
  ) throws {
    let source = Mutex(Source())
    let sink = Mutex(Sink<Made>())
    // One for each that was fetched and not handed on.
    let places = DispatchSemaphore(value: threads + mostWaiting)
    withoutActuallyEscaping(fetch) { fetch in
      withoutActuallyEscaping(take) { take in
        // Each is called by one thread at a time, as long as its lock is held.
        nonisolated(unsafe) let (fetch, take) = (fetch, take)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
          var kept = scratch()
          while true {
            places.wait()
            let next = source.withLock { source -> (Int, Fetched)? in
              guard !source.isAtEnd, let next = fetch() else {
                source.isAtEnd = true
                return nil
              }
              source.fetched += 1
              return (source.fetched - 1, next)
            }
            guard let next else {
              places.signal()
              return
            }
            let made = make(&kept, next.1)
            let hasFailed = sink.withLock { sink in
              sink.waiting[next.0] = made
              while let due = sink.waiting.removeValue(forKey: sink.taken) {
                sink.taken += 1
                places.signal()
                guard sink.failure == nil else { continue }
                do { try take(due) } catch { sink.failure = error }
              }
              return sink.failure != nil
            }
            if hasFailed { source.withLock { $0.isAtEnd = true } }
          }
        }
      }
    }
    if let failure = sink.withLock({ $0.failure }) { throw failure }
  }
}
