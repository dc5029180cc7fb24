/// Room outside memory for what a large scan lays aside.
public protocol ScratchSpace: Sendable {
  /// Writes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) throws
  /// Fills `buffer` from an offset on; several threads may ask at once.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws
}
