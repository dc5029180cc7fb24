internal import ArgumentParser

/// A size in bytes as people write it: `500M`, `4G`.
struct MemorySize: ExpressibleByArgument {
  var bytes: Int

  /// With less, even a small collection could not be scanned.
  static let least = 64 << 20

  init?(argument: String) {
    let units: [Character: Int] = ["M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
    guard let letter = argument.uppercased().last, let unit = units[letter],
      let number = Double(argument.dropLast()), number > 0, number <= 1e6
    else { return nil }
    bytes = Int(number * Double(unit))
  }
}
