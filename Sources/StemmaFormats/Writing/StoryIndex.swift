internal import StemmaKit

/// To which story each document of a scan belongs, and how stories are numbered.
///
/// Number 1 is the story that tells most, as the text report shows it first.
struct StoryIndex: Sendable {
  /// The stories, as indices into those of the result, in the order of their numbers.
  let order: [Int]
  /// Of each story of the result, how many texts are one side of a rewording by another outlet; where an
  /// outlet is not known, it may be another.
  let reworded: [Int]
  /// Of each document, the number of its story; 0 where it has none.
  private let numbers: [Int32]
  /// Of each document, the one from which it derives in the tree of its story; itself if none.
  private let sources: [Int32]
  /// Of each document, whether that is certain.
  private let isCertain: [Bool]

  /// - Complexity: O(*d* + *p* + *s* log *s*) for documents, pairs and stories.
  init(_ result: ScanResult) {
    var stories = [Int32](repeating: -1, count: result.documents.count)
    var sources = result.documents.indices.map { Int32($0) }
    var isCertain = [Bool](repeating: false, count: result.documents.count)
    for (index, story) in result.stories.enumerated() {
      for member in story.members { stories[member] = Int32(index) }
      for edge in story.edges {
        sources[edge.derivative] = Int32(edge.source)
        isCertain[edge.derivative] = edge.isCertain
      }
    }
    // Rewordings first, which no one sees by eye, then how many texts there are.
    var isReworded = [Bool](repeating: false, count: result.documents.count)
    for pair in result.pairs
    where pair.finding.manner == Relation.rewrite.rawValue && stories[pair.a] == stories[pair.b]
      && !Self.areOfOneOutlet(result.documents[pair.a], result.documents[pair.b])
    {
      isReworded[pair.a] = true
      isReworded[pair.b] = true
    }
    let reworded = result.stories.map { story in story.members.count { isReworded[$0] } }
    let telling = result.stories.indices.map { story in
      reworded[story] * 1000 + min(999, result.stories[story].members.count)
    }
    self.reworded = reworded
    order = result.stories.indices.sorted {
      (telling[$1], result.stories[$0].members[0]) < (telling[$0], result.stories[$1].members[0])
    }
    var numberOfStory = [Int32](repeating: 0, count: order.count)
    for (number, index) in order.enumerated() { numberOfStory[index] = Int32(number + 1) }
    numbers = stories.map { $0 < 0 ? 0 : numberOfStory[Int($0)] }
    self.sources = sources
    self.isCertain = isCertain
  }

  private static func areOfOneOutlet(_ a: DocumentHead, _ b: DocumentHead) -> Bool {
    a.source != nil && a.source == b.source
  }

  /// The number of a document's story, from 1.
  func number(of document: Int) -> Int? {
    numbers[document] == 0 ? nil : Int(numbers[document])
  }

  /// What two documents are to one another in the tree of their story; `nil` where neither hangs from
  /// the other.
  func branch(_ a: Int, _ b: Int) -> ReportedPair.Branch? {
    guard a != b else { return nil }
    if sources[a] == Int32(b) { return .init(derivative: .a, isCertain: isCertain[a]) }
    if sources[b] == Int32(a) { return .init(derivative: .b, isCertain: isCertain[b]) }
    return nil
  }
}
