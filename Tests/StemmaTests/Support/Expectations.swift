import Testing

/// Checks that a scan left out just these inputs, said so, and reported the good pair of
/// ``TemporaryFolder/writeGoodPair(in:)`` all the same.
///
/// - Parameters:
///   - left: paths as the report names them, each with a part of its reason.
///   - documents: how many were read; the good pair unless told.
func expectLeftOut(
  _ outcome: Outcome, _ left: [(path: String, reason: String)], documents: Int = 2,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  #expect(!outcome.isSignal && outcome.status == 2, sourceLocation: sourceLocation)
  let scan = try outcome.scan()
  #expect(scan.skipped.map(\.path) == left.map(\.path), sourceLocation: sourceLocation)
  #expect(scan.documents == documents, sourceLocation: sourceLocation)
  if documents >= 2 {
    #expect(!scan.pairs.isEmpty, sourceLocation: sourceLocation)
  }
  #expect(
    outcome.sentences.count == left.count, "\(outcome.errors)", sourceLocation: sourceLocation)
  for ((_, reason), (skipped, sentence)) in zip(left, zip(scan.skipped, outcome.sentences)) {
    #expect(skipped.reason.contains(reason), sourceLocation: sourceLocation)
    #expect(sentence.hasPrefix("stemma: "), sourceLocation: sourceLocation)
    #expect(sentence.contains(reason), sourceLocation: sourceLocation)
    #expect(sentence.hasSuffix("; left out"), sourceLocation: sourceLocation)
  }
  expectQuietTerminal(outcome.errors, sourceLocation: sourceLocation)
}

/// Checks that everything was read, with one remark on standard error.
func expectRemark(
  _ outcome: Outcome, about name: String, _ remark: String, documents: Int,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  #expect(outcome.status == 0, sourceLocation: sourceLocation)
  let scan = try outcome.scan()
  #expect(scan.skipped == [], sourceLocation: sourceLocation)
  #expect(scan.documents == documents, sourceLocation: sourceLocation)
  #expect(outcome.sentences.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
  let sentence = outcome.sentences.first ?? ""
  #expect(sentence.hasPrefix("stemma: "), sourceLocation: sourceLocation)
  #expect(sentence.contains(name) && sentence.contains(remark), sourceLocation: sourceLocation)
  #expect(!sentence.contains("left out"), sourceLocation: sourceLocation)
}

/// Checks that text holds no control character but the line feed.
func expectQuietTerminal(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let scalars = text.unicodeScalars
  let first = scalars.firstIndex { $0 != "\n" && $0.properties.generalCategory == .control }
  let place = first.map { String(text[..<$0].suffix(40) + text[$0...].prefix(20)) }
  #expect(place == nil, sourceLocation: sourceLocation)
}
