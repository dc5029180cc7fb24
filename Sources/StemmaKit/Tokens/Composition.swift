internal import CTables

/// Canonical composition (NFC) of a short run of UTF-8, after Unicode Standard Annex 15.
///
/// The slow path of folding: only forms with a combining scalar come here.
enum Composition {
  /// Puts `form` into NFC, and ё in it to е.
  ///
  /// - Complexity: O(*n* log *n*) in the number of scalars.
  static func compose(_ form: inout [UInt8]) {
    var scalars: [UInt32] = []
    var position = 0
    while position < form.count {
      let (scalar, length) = decodeScalar(form.span, at: position)
      decompose(scalar, into: &scalars)
      position += length
    }
    reorder(&scalars)
    composePairs(&scalars)
    form.removeAll(keepingCapacity: true)
    for value in scalars {
      // The last step of the rule for forms: ё is often typed е.
      guard let scalar = Unicode.Scalar(value == 0x451 ? 0x435 : value) else { continue }
      form.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Appends the canonical decomposition of a scalar.
  static func decompose(_ scalar: UInt32, into scalars: inout [UInt32]) {
    if (0xAC00..<0xD7A4).contains(scalar) {
      let index = scalar - 0xAC00
      scalars.append(0x1100 + index / 588)
      scalars.append(0x1161 + index % 588 / 28)
      if index % 28 > 0 { scalars.append(0x11A7 + index % 28) }
    } else if let row = find(
      stemma_unicode_decompositions, rows: Int(stemma_unicode_decompositions_count),
      first: scalar, second: nil)
    {
      decompose(stemma_unicode_decompositions[row * 3 + 1], into: &scalars)
      let second = stemma_unicode_decompositions[row * 3 + 2]
      if second != 0 { decompose(second, into: &scalars) }
    } else {
      scalars.append(scalar)
    }
  }

  /// Canonical ordering: a stable sort by combining class between starters.
  private static func reorder(_ scalars: inout [UInt32]) {
    var start = 0
    while start < scalars.count {
      guard combiningClass(scalars[start]) != 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, combiningClass(scalars[end]) != 0 { end += 1 }
      let run = scalars[start..<end].enumerated().map {
        (combiningClass($0.element), $0.offset, $0.element)
      }
      for (offset, item) in run.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }).enumerated() {
        scalars[start + offset] = item.2
      }
      start = end
    }
  }

  private static func composePairs(_ scalars: inout [UInt32]) {
    var result: [UInt32] = []
    var starter: Int?
    var lastClass = 0
    for scalar in scalars {
      let itsClass = combiningClass(scalar)
      // Blocked where something of the same or a higher class stands between.
      let adjacent = starter.map { $0 == result.count - 1 } ?? false
      if let starter, adjacent || (lastClass != 0 && lastClass < itsClass),
        let composed = composed(result[starter], scalar)
      {
        result[starter] = composed
        continue
      }
      if itsClass == 0 { starter = result.count }
      lastClass = itsClass
      result.append(scalar)
    }
    scalars = result
  }

  private static func composed(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (0x1100..<0x1113).contains(first), (0x1161..<0x1176).contains(second) {
      return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    }
    if (0xAC00..<0xD7A4).contains(first), (first - 0xAC00) % 28 == 0,
      (0x11A8..<0x11C3).contains(second)
    {
      return first + second - 0x11A7
    }
    return find(
      stemma_unicode_compositions, rows: Int(stemma_unicode_compositions_count), first: first,
      second: second
    ).map { stemma_unicode_compositions[$0 * 3 + 2] }
  }

  static func combiningClass(_ scalar: UInt32) -> Int {
    var low = 0
    var high = Int(stemma_unicode_combining_count)
    while low < high {
      let middle = (low + high) / 2
      let row = stemma_unicode_combining[middle]
      if row >> 8 == scalar { return Int(row & 0xFF) }
      if row >> 8 < scalar { low = middle + 1 } else { high = middle }
    }
    return 0
  }

  /// Binary search in rows of three, sorted by the first column, then the second.
  private static func find(
    _ table: UnsafePointer<UInt32>, rows: Int, first: UInt32, second: UInt32?
  ) -> Int? {
    var low = 0
    var high = rows
    while low < high {
      let middle = (low + high) / 2
      let row = (table[middle * 3], second == nil ? 0 : table[middle * 3 + 1])
      let wanted = (first, second ?? 0)
      if row == wanted { return middle }
      if row < wanted { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
