extension ScanResult {
  /// Finds what stories are called: gives the document that a story is named after one of its first
  /// lines for a title, where it has none. A step of its own, since it reads the texts of all
  /// members, and not all reports show it.
  ///
  /// A story without an origin is named after the earliest text of those with the headline that most
  /// of its texts have; after one that begins with a caption, or without a headline, only where all
  /// do.
  ///
  /// - Parameters:
  ///   - shown: the stories that are named, by index; `nil` for all.
  ///   - threads: on so many texts are read.
  /// - Throws: what `texts` throws.
  public mutating func nameStories(
    _ texts: any TextShelf, _ shown: [Int]? = nil, threads: Int = 1
  ) throws {
    // The names are all found before the first is set, while others hold the documents, too.
    for (story, name) in try names(texts, shown, threads: threads) {
      stories[story].namesake = name.namesake
      documents[stories[story].lead].title = name.title
    }
  }

  private mutating func names(
    _ texts: any TextShelf, _ shown: [Int]?, threads: Int
  ) throws -> [(story: Int, name: (namesake: Int?, title: String))] {
    let (documents, textNumbers) = (self.documents, self.textNumbers)
    @Sendable func text(_ document: Int) throws -> [UInt8] {
      try texts.text(Int(textNumbers[document]))
    }
    openingLines = try OpeningLines(
      stories.map(\.members), shown: shown, threads: threads, outlet: { documents[$0].source },
      text: { documents[$0].title == nil ? try text($0) : nil })
    func opening(_ document: Int) throws -> (title: String, isHeadline: Bool) {
      try documents[document].title.map { ($0, true) } ?? openingLines.opening(try text(document))
    }
    return try (shown ?? Array(stories.indices)).map { index in
      var story = stories[index]
      if story.origin == nil { story.namesake = try namesake(story.members, opening) }
      return (index, (story.namesake, try opening(story.lead).title))
    }
  }

  private func namesake(
    _ members: [Int], _ opening: (Int) throws -> (title: String, isHeadline: Bool)
  ) rethrows -> Int? {
    let openings = try members.map { (member: $0, opening: try opening($0)) }
    let headlines = openings.filter(\.opening.isHeadline)
    let titles = (headlines.isEmpty ? openings : headlines).map {
      (member: $0.member, key: OpeningLines.key($0.opening.title))
    }
    let counts = Dictionary(titles.map { ($0.key, 1) }, uniquingKeysWith: +)
    let most = counts.values.max()
    return titles.filter { counts[$0.key] == most }.map(\.member).min(by: isEarlier)
  }

  /// Whether dates tell that a document is the earlier of two; of two undated neither is.
  private func isEarlier(_ a: Int, _ b: Int) -> Bool {
    guard let date = documents[a].date else { return false }
    return documents[b].date.map { (date.lead(over: $0) ?? 0) > 0 } ?? true
  }
}
