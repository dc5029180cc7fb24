extension ScanResult {
  /// Finds what stories are called: gives the document that a story is named after one of its first
  /// lines for a title, where it has none. A step of its own, since it reads the texts of all
  /// members, and not all reports show it.
  ///
  /// A story without an origin is named after the earliest text of those with the headline that most
  /// of its texts have.
  ///
  /// - Parameters:
  ///   - shown: the stories that are named, by index; `nil` for all.
  ///   - threads: on so many texts are read.
  /// - Throws: what `texts` throws.
  public mutating func nameStories(
    _ texts: any TextShelf, _ shown: [Int]? = nil, threads: Int = 1
  ) throws {
    let (documents, textNumbers) = (self.documents, self.textNumbers)
    @Sendable func text(_ document: Int) throws -> [UInt8] {
      try texts.text(Int(textNumbers[document]))
    }
    openingLines = try OpeningLines(
      stories.map(\.members), threads: threads, outlet: { documents[$0].source },
      text: { documents[$0].title == nil ? try text($0) : nil })
    func title(_ document: Int) throws -> String {
      try documents[document].title ?? openingLines.title(try text(document))
    }
    for index in shown ?? Array(stories.indices) {
      if stories[index].origin == nil {
        stories[index].namesake = try namesake(stories[index].members, title: title)
      }
      let lead = stories[index].lead
      self.documents[lead].title = try title(lead)
    }
  }

  private func namesake(_ members: [Int], title: (Int) throws -> String) rethrows -> Int? {
    let headlines = try members.map { (member: $0, key: OpeningLines.key(try title($0))) }
    let counts = Dictionary(headlines.map { ($0.key, 1) }, uniquingKeysWith: +)
    let most = counts.values.max()
    return headlines.filter { counts[$0.key] == most }.map(\.member).min(by: isEarlier)
  }

  /// Whether dates tell that a document is the earlier of two; of two undated neither is.
  private func isEarlier(_ a: Int, _ b: Int) -> Bool {
    guard let date = documents[a].date else { return false }
    return documents[b].date.map { (date.lead(over: $0) ?? 0) > 0 } ?? true
  }
}
