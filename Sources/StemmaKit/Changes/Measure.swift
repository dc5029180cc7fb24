/// A unit of length or mass: ten miles are sixteen kilometres.
struct Measure: Hashable {
  enum Dimension { case length, mass }

  var dimension: Dimension
  /// In thousandths of a metre or gram.
  var size: Double

  /// What is converted is rounded: so much of the greater may be missing.
  private static let tolerance = 0.06

  /// Whether so many of this are as much as so many of another.
  func isSame(_ amount: Amount, as other: Amount, of its: Measure) -> Bool {
    guard dimension == its.dimension else { return false }
    let (left, right) = (amount.approximate * size, other.approximate * its.size)
    return abs(left - right) <= Self.tolerance * max(left, right)
  }

  static let names: [(words: String, Measure)] =
    [
      ("mile miles meile meilen milla millas miglio miglia миля мили миль", 1_609_344),
      (
        "km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro kilómetros chilometro chilometri километр километра километров км",
        1_000_000
      ),
      ("metre metres meter meters metern mètre mètres metro metros metri метр метра метров", 1000),
      ("cm centimetre centimetres centimeter centimeters zentimeter centimètres centímetros", 10),
      ("yard yards", 914), ("foot feet", 305), ("inch inches", 25.4),
    ].map { ($0.0, Measure(dimension: .length, size: $0.1)) }
    + [
      ("kg kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos chili", 1_000_000),
      ("lb lbs", 453_592), ("tonne tonnes", 1_000_000_000),
    ].map { ($0.0, Measure(dimension: .mass, size: $0.1)) }
}

extension Amount {
  /// The number as near as a floating-point number comes to it.
  var approximate: Double {
    (0..<min(abs(exponent), 40)).reduce(Double(mantissa)) { value, _ in
      exponent < 0 ? value / 10 : value * 10
    }
  }
}
