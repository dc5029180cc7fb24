internal import Dispatch
internal import Synchronization

/// The results of `body` over the chunks of 0 ..< `count`, in order, on up to `threads` threads.
///
/// Chunks are small and taken as threads come free, so uneven work evens out; the result does not
/// depend on the number of threads.
///
/// - Parameter scratch: makes what a thread uses for all its chunks.
package func parallelChunks<Element: Sendable, Scratch, Failure: Error>(
  _ count: Int, threads: Int, chunk: Int = 64, scratch: @autoclosure @Sendable () -> Scratch,
  _ body: @Sendable (inout Scratch, Range<Int>) throws(Failure) -> [Element]
) throws(Failure) -> [Element] {
  let chunks = (count + chunk - 1) / chunk
  @Sendable func range(_ index: Int) -> Range<Int> {
    index * chunk..<min(count, (index + 1) * chunk)
  }
  guard threads > 1, chunks > 1 else {
    var kept = scratch()
    var all: [Element] = []
    for index in 0..<chunks { all += try body(&kept, range(index)) }
    return all
  }
  let results = Mutex([[Element]](repeating: [], count: chunks))
  let failure = Mutex<Failure?>(nil)
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, chunks)) { _ in
    var kept = scratch()
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < chunks else { return }
      do throws(Failure) {
        let result = try body(&kept, range(index))
        results.withLock { $0[index] = result }
      } catch {
        failure.withLock { $0 = $0 ?? error }
        next.store(chunks, ordering: .relaxed)
      }
    }
  }
  if let error = failure.withLock({ $0 }) { throw error }
  return results.withLock { $0.flatMap { $0 } }
}

/// The same without scratch space.
package func parallelChunks<Element: Sendable, Failure: Error>(
  _ count: Int, threads: Int, chunk: Int = 64,
  _ body: @Sendable (Range<Int>) throws(Failure) -> [Element]
) throws(Failure) -> [Element] {
  try parallelChunks(count, threads: threads, chunk: chunk, scratch: ()) {
    (_, range) throws(Failure) in try body(range)
  }
}

/// The items of lists, one list behind another, moved to their places on up to `threads` threads.
///
/// - Complexity: O(*n*) in the items.
func joined<Item: BitwiseCopyable & Sendable>(_ lists: [[Item]], threads: Int) -> [Item] {
  let starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  let count = starts[lists.count]
  return [Item](unsafeUninitializedCapacity: count) { buffer, filled in
    // Each list has a place of its own.
    nonisolated(unsafe) let items = buffer
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, lists.count))) { thread in
      for index in stride(from: thread, to: lists.count, by: max(1, threads)) {
        let list = lists[index]
        _ = items[starts[index]..<starts[index + 1]].initialize(fromContentsOf: list)
      }
    }
    filled = count
  }
}
