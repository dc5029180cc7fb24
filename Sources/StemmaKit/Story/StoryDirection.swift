/// Tells the pairs of a story what the whole of it shows: which of two was made from the other where
/// the pair itself does not tell, and where both were made from a third.
enum StoryDirection {
  /// The tree rests on evidence that is right in more than nine cases of ten, and on the way of the
  /// matter between the texts.
  private static let confidence = 0.75

  /// - Complexity: O(*p* log *n*) for *p* pairs, and the depth of the tree for siblings.
  static func apply(to pairs: inout [ScanPair], of stories: [Story]) {
    var storyOf: [Int: Int] = [:]
    for (number, story) in stories.enumerated() {
      for member in story.members { storyOf[member] = number }
    }
    // Two texts that an agency gave are siblings, whatever the tree makes of them.
    for index in pairs.indices
    where pairs[index].finding.relation.isDerivation && pairs[index].finding.commonAgency == nil {
      let pair = pairs[index]
      guard let number = storyOf[pair.a], number == storyOf[pair.b],
        let tree = stories[number].tree
      else { continue }
      let isDecided = pair.finding.direction.derivative != nil
      switch tree.kinship(pair.a, pair.b) {
      case .descent where !isDecided:
        pairs[index].finding.direction = Direction(
          derivative: .a, reason: .tree, confidence: confidence)
      case .ancestry where !isDecided:
        pairs[index].finding.direction = Direction(
          derivative: .b, reason: .tree, confidence: confidence)
      case .siblings(let source):
        pairs[index].finding.direction = .undecided
        pairs[index].finding.commonSource = source
      default: break
      }
    }
  }
}
