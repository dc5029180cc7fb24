internal import ArgumentParser
internal import StemmaKit

/// The option `--label WD=derivation`: what a label of a list means.
struct LabelMeaning: ExpressibleByArgument {
  var label: String
  var truth: Truth

  init?(argument: String) {
    // A label may have an equals sign in it, a relation has none.
    guard let sign = argument.lastIndex(of: "=") else { return nil }
    guard let truth = Truth(name: argument[argument.index(after: sign)...]) else { return nil }
    label = String(argument[..<sign])
    self.truth = truth
  }
}
