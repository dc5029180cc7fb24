/// About 1 - exp(-x), by plain arithmetic: the chance that something with the expected count `x`
/// stands somewhere at all.
///
/// (1 + x/8)^-8 for exp(-x), so that the same bits come out on every machine.
@inline(__always)
func saturated(_ x: Float) -> Float {
  var t = 1 / (1 + x * 0.125)
  t *= t
  t *= t
  t *= t
  return 1 - t
}
