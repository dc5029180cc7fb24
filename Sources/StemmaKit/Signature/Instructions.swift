internal import CKernels

/// The instructions that the kernels use.
enum Instructions {
  /// The best that this processor has.
  static let best = stemma_best_instructions()
}
