import Foundation
import StemmaKit

// Documents may come from anywhere; here they are the files that the user names.
let documents = try CommandLine.arguments.dropFirst().map { path in
  Document(id: path, text: try String(contentsOfFile: path, encoding: .utf8))
}

// The stories of a collection.
let result = CollectionScan().scan(documents)
for story in result.stories {
  print("A story of \(story.members.count) texts:")
  for edge in story.edges {
    print("  \(result.documents[edge.derivative].id) from \(result.documents[edge.source].id)")
  }
}

// Two texts.
if documents.count >= 2 {
  var preparer = DocumentPreparer()
  let a = preparer.tokenize(documents[0]).tokens
  let b = preparer.tokenize(documents[1]).tokens
  var judge = PairJudge()
  let finding = judge.judge(WeighedText(a), WeighedText(b))
  let derivative = finding.direction.derivative?.rawValue ?? "unknown"
  print("The first two: \(finding.relation.rawValue), derivative: \(derivative)")
  for passage in finding.evidence.passages {
    let span = PassageSpan(passage, a, b)
    print("  bytes \(span.a) of the first, \(span.b) of the second")
  }
}
