/// The natural logarithm by plain arithmetic, accurate to about 3e-7 relative to its magnitude or
/// absolute near 1.
///
/// Not the platform's: maths libraries differ in the last bit between systems and processors, and
/// the same texts must give the same bytes everywhere.
///
/// - Precondition: `value` is positive, finite and normal.
@inline(__always)
func naturalLogarithm(_ value: Float) -> Float {
  var bits = value.bitPattern
  // Scale to [sqrt(1/2), sqrt(2)), where the series below converges fast.
  let offset: UInt32 = 0x3F35_04F3
  let exponent = Int32(bitPattern: bits &- offset) >> 23
  bits = bits &- UInt32(bitPattern: exponent << 23)
  let mantissa = Float(bitPattern: bits)
  let s = (mantissa - 1) / (mantissa + 1)
  let square = s * s
  let series =
    1 + square
    * (1 / 3 as Float + square
      * (1 / 5 as Float + square * (1 / 7 as Float + square * (1 / 9 as Float))))
  return 2 * s * series + Float(exponent) * 0.693_147_18
}
