internal import StemmaKit

/// Says what a page knows at once, from the result and what of it is shown.
struct PageSummary {
  let kind: String
  let result: ScanResult
  let run: RunFacts
  let selection: PageSelection
  /// Pairs of the scan, in the order in which the page numbers them.
  let pairs: [Int]

  init(kind: String, result: ScanResult, run: RunFacts, selection: PageSelection) {
    self.kind = kind
    self.result = result
    self.run = run
    self.selection = selection
    pairs = selection.stories.flatMap(\.pairs) + selection.loosePairs
  }

  func data(_ texts: PageShelf, digest: String) -> PageData {
    var relations: [PairKey: String] = [:]
    for pair in result.pairs { relations[PairKey(pair.a, pair.b)] = pair.finding.manner }
    return PageData(
      kind: kind,
      run: PageData.Run(
        version: run.version, date: run.date.description, digest: digest,
        parameters: run.parameters.map { .init(name: $0.name, value: $0.value) },
        leftOut: run.leftOut.prefix(Self.mostLeftOut).map {
          .init(path: $0.path, reason: $0.reason)
        }),
      counts: counts, remarks: remarks(texts),
      account: OutletAccount(result) { relations[PairKey($0, $1)] },
      documents: texts.shown.enumerated().map { number, index in
        let head = result.documents[index]
        return PageData.Document(
          id: head.id, title: texts.titles[number], source: head.source,
          date: head.date?.description, url: head.url, cut: texts.isCut(number) ? true : nil,
          missing: texts.isHeld(number) ? nil : true)
      }, stories: stories(texts), pairs: pairsData(texts),
      commonMatter: result.commonMatter.map {
        PageData.CommonMatter(
          texts: $0.documents,
          words: $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      })
  }

  private static let mostLeftOut = 200

  private var counts: PageData.Counts {
    let derivations = result.pairs.filter { $0.finding.relation.isDerivation }
    return PageData.Counts(
      documents: result.documents.count,
      outlets: Set(result.documents.compactMap(\.source)).count, stories: result.stories.count,
      texts: result.stories.reduce(0) { $0 + $1.members.count },
      derivations: derivations.count,
      kinds: Dictionary(derivations.map { ($0.finding.manner, 1) }, uniquingKeysWith: +),
      compared: result.candidates)
  }

  private func remarks(_ texts: PageShelf) -> [String] {
    var remarks: [String] = []
    if selection.storiesLeftOut > 0 {
      remarks.append(
        "Only the \(grouped(selection.stories.count)) most telling stories are in this page; \(grouped(selection.storiesLeftOut)) more would make it too large. The account of outlets counts them all, and the other formats of the program list them."
      )
    }
    if selection.loosePairsLeftOut > 0 {
      remarks.append(
        "Of the pairs outside stories the \(grouped(selection.loosePairs.count)) closest are shown; \(grouped(selection.loosePairsLeftOut)) are not."
      )
    }
    let cut = texts.shown.indices.count { texts.isCut($0) }
    if cut > 0 {
      remarks.append("Of \(counted(cut, "long text")) only the beginning is in this page.")
    }
    let missing = texts.shown.indices.count { !texts.isHeld($0) }
    if missing > 0 {
      remarks.append(
        "For \(counted(missing, "text")) there was no more room; they are listed without their wording."
      )
    }
    return remarks
  }

  private func stories(_ texts: PageShelf) -> [PageData.Story] {
    var first = 0
    return selection.stories.map { shown in
      let story = shown.story
      defer { first += shown.pairs.count }
      return PageData.Story(
        members: story.members.compactMap(texts.number), origin: story.origin.flatMap(texts.number),
        edges: story.edges.compactMap { edge in
          guard let derivative = texts.number(edge.derivative),
            let source = texts.number(edge.source)
          else { return nil }
          return PageData.Story.Edge(
            derivative: derivative, source: source, likely: edge.isCertain ? nil : true)
        }, pairs: Array(first..<first + shown.pairs.count),
        lead: texts.number(story.lead) ?? texts.number(story.members[0]) ?? 0,
        reworded: shown.reworded,
        membersLeftOut: shown.membersLeftOut, pairsLeftOut: shown.pairsLeftOut)
    }
  }

  private func pairsData(_ texts: PageShelf) -> [PageData.Pair] {
    let stories = selection.stories.indices.flatMap { story in
      selection.stories[story].pairs.map { _ in Optional(story) }
    }
    return pairs.indices.map { index in
      let pair = result.pairs[pairs[index]]
      let (left, right) = pair.sides(result.documents)
      let finding = pair.finding
      return PageData.Pair(
        left: texts.number(left) ?? 0, right: texts.number(right) ?? 0,
        relation: finding.manner, decided: finding.direction.derivative != nil,
        confidence: rounded(finding.confidence),
        coverage: rounded(finding.evidence.scores.coverage),
        delay: OutletAccount.delay(result.documents[right], behind: result.documents[left]),
        common: finding.commonSource.flatMap(texts.number),
        story: index < stories.count ? stories[index] : nil)
    }
  }
}

extension ScanPair {
  /// The documents as a page shows them: the source on the left where it is known, else the one that
  /// is dated earlier, else the first of the pair.
  func sides(_ documents: [DocumentHead]) -> (left: Int, right: Int) {
    switch finding.direction.derivative {
    case .a: return (b, a)
    case .b: return (a, b)
    case nil:
      let lead = OutletAccount.delay(documents[b], behind: documents[a])
      return (lead ?? 0) < 0 ? (b, a) : (a, b)
    }
  }
}

/// Digits in threes: 11,948.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  return digits.indices.map { index in
    index > 0 && (digits.count - index) % 3 == 0 ? ",\(digits[index])" : String(digits[index])
  }.joined()
}
