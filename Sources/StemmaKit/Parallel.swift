internal import Dispatch
internal import Synchronization

/// The results of `body` over the chunks of 0 ..< `count`, in order, on up to `threads` threads.
///
/// Chunks are small and taken as threads come free, so uneven work evens out; the result does not
/// depend on the number of threads.
package func parallelChunks<Element: Sendable>(
  _ count: Int, threads: Int, chunk: Int = 64, _ body: @Sendable (Range<Int>) -> [Element]
) -> [Element] {
  let chunks = (count + chunk - 1) / chunk
  @Sendable func range(_ index: Int) -> Range<Int> {
    index * chunk..<min(count, (index + 1) * chunk)
  }
  guard threads > 1, chunks > 1 else {
    return (0..<chunks).flatMap { body(range($0)) }
  }
  let results = Mutex([[Element]](repeating: [], count: chunks))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, chunks)) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < chunks else { return }
      let result = body(range(index))
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { $0.flatMap { $0 } }
}
