internal import ArgumentParser
internal import StemmaBench

/// The option `latin=2,han=1`.
struct LanguageWeights: ExpressibleByArgument {
  var weights: [Language: Double]

  init(weights: [Language: Double]) { self.weights = weights }

  init?(argument: String) {
    weights = [:]
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let language = Language(rawValue: sides[0]),
        let weight = Double(sides[1]), weights.updateValue(weight, forKey: language) == nil
      else { return nil }
    }
  }

  var defaultValueDescription: String {
    weights.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue)=\(Int($0.value))" }.joined(separator: ",")
  }
}
