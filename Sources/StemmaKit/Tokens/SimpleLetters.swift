internal import CKernels

/// The forms of letters of two bytes (U+0080 to U+07FF: Latin, Greek, Cyrillic, Arabic, Hebrew) that
/// are of two bytes themselves and never combine with what stands before: all but a few.
enum SimpleLetters {
  /// The two bytes of the form, the first one low; 0 where there is none such, and
  /// STEMMA_SEPARATOR for a separator.
  static let forms: [UInt16] = (0..<0x800 as Range<UInt32>).map { scalar in
    let properties = ScalarProperties(scalar)
    if scalar >= 0x80, properties.kind == .separator { return UInt16(STEMMA_SEPARATOR) }
    guard scalar >= 0x80, properties.kind == .word, !properties.isMark else { return 0 }
    var form: [UInt8] = []
    if properties.foldingLength == 0 {
      form = [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)]
    } else {
      for offset in 0..<properties.foldingLength { form.append(properties.foldingByte(offset)) }
    }
    if properties.mayCombine {
      // Of these only ё, which in the end becomes е.
      guard form == Array("ё".utf8) else { return 0 }
      Composition.compose(&form)
    }
    guard form.count == 2 else { return 0 }
    return UInt16(form[0]) | UInt16(form[1]) << 8
  }
}
