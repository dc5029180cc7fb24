extension Array where Element: Numeric {
  /// Makes room for so many items, for arrays that are used for one pair after another. They only
  /// grow: what stands behind the items of a pair is left from earlier ones.
  @inline(__always)
  mutating func grow(to count: Int) {
    if self.count < count { self = Array(repeating: 0, count: count + count / 2) }
  }
}

extension Array where Element: FixedWidthInteger {
  /// Makes the array exactly as long as this; what stands in it is anything.
  @inline(__always)
  mutating func resize(to count: Int) {
    if self.count > count { removeLast(self.count - count) }
    if self.count < count {
      reserveCapacity(count)
      append(contentsOf: repeatElement(0, count: count - self.count))
    }
  }
}

/// Sets the first items of a span to one value.
@inline(__always)
func fill<Item: FixedWidthInteger>(
  _ items: inout MutableSpan<Item>, _ count: Int, with value: Item
) {
  var index = 0
  while index < count {
    items[index] = value
    index += 1
  }
}
