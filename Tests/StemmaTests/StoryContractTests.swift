import Testing

@Suite("The stories of a scan")
struct StoryContractTests {
  private func stories(_ form: FixtureForm) async throws -> [ScanOutput.Story] {
    let stories = try await SharedScan.outcome(form).scan().stories
    try #require(stories.count > 10)
    return stories
  }

  @Test("Members exist, are sorted, and belong to one story only", arguments: FixtureForm.allCases)
  func members(form: FixtureForm) async throws {
    let known = Set(try form.texts().keys)
    let stories = try await stories(form)
    for story in stories {
      #expect(story.members.count >= 2)
      #expect(
        story.members == story.members.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
    let all = stories.flatMap(\.members)
    #expect(Set(all).count == all.count)
    #expect(Set(all).subtracting(known) == [])
  }

  @Test("Edges join members, one source a member at most", arguments: FixtureForm.allCases)
  func edges(form: FixtureForm) async throws {
    for story in try await stories(form) {
      let members = Set(story.members)
      for edge in story.edges {
        #expect(members.contains(edge.derivative) && members.contains(edge.source))
      }
      #expect(Set(story.edges.map(\.derivative)).count == story.edges.count)
    }
  }

  @Test("No text derives from itself, however many steps away", arguments: FixtureForm.allCases)
  func circles(form: FixtureForm) async throws {
    for story in try await stories(form) {
      let sources = story.edges.reduce(into: [:]) { $0[$1.derivative] = $1.source }
      for member in story.members {
        var ancestor = sources[member]
        var steps = 0
        while let next = ancestor, steps <= story.members.count {
          ancestor = sources[next]
          steps += 1
        }
        #expect(steps < story.members.count, "a circle through \(member)")
      }
    }
  }

  @Test(
    "The origin is a member without a source, from which all others derive",
    arguments: FixtureForm.allCases)
  func origin(form: FixtureForm) async throws {
    let stories = try await stories(form)
    for story in stories {
      guard let origin = story.origin else { continue }
      #expect(story.members.contains(origin))
      #expect(!story.edges.contains { $0.derivative == origin })
      #expect(story.edges.count == story.members.count - 1)
    }
    #expect(form == .folder || stories.contains { $0.origin != nil })
  }

  @Test(
    "A certain edge is a pair of the report in its direction; another may have none",
    arguments: FixtureForm.allCases)
  func pairs(form: FixtureForm) async throws {
    let scan = try await SharedScan.outcome(form).scan()
    let directed = Set(scan.pairs.map { "\($0.derivative ?? "?") from \($0.source ?? "?")" })
    let edges = scan.stories.flatMap(\.edges)
    try #require(!edges.isEmpty)
    let undecided = Set(
      scan.pairs.filter { $0.derivative == nil }.flatMap { ["\($0.a) \($0.b)", "\($0.b) \($0.a)"] })
    for edge in edges {
      let isDirected = directed.contains("\(edge.derivative) from \(edge.source)")
      #expect(
        isDirected || !edge.certain && undecided.contains("\(edge.derivative) \(edge.source)"))
    }
  }

  @Test("With dates, the original is the origin of its story")
  func originals() async throws {
    let stories = try await stories(.records)
    let origins = stories.compactMap(\.origin).filter { $0.hasSuffix("-original") }
    #expect(origins.count > 10)
  }
}
