internal import CKernels

extension Span {
  /// Asks the processor to have an element at hand when it is read a little later. An index out of
  /// bounds asks for nothing.
  ///
  /// Tables larger than the caches are looked up in an order that no processor foresees: what it
  /// would wait for each time, it fetches while it does something else.
  @inline(__always)
  func prefetch(_ index: Int) {
    guard indices.contains(index) else { return }
    withUnsafeBufferPointer { stemma_prefetch($0.baseAddress.unsafelyUnwrapped + index) }
  }
}
