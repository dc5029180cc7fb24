import Testing

@Suite("Very short texts")
struct ShortTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scan(_ first: String, _ second: String) async throws -> ScanOutput {
    try folder.write("in/a.txt", first)
    try folder.write("in/b.txt", second)
    let outcome = try await Program.run(["scan", folder.path("in"), "--format", "json"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return try outcome.scan()
  }

  @Test("Two equal texts of two words are duplicates", arguments: ["Hello there.", "x 1", "你好"])
  func equal(text: String) async throws {
    let scan = try await scan(text, "“\(text.uppercased())”\n")
    #expect(scan.documents == 2)
    #expect(scan.pairs.map(\.relation) == ["duplicate"])
    #expect(scan.pairs.first?.confidence == 1)
    #expect(scan.stories.map(\.members) == [["a.txt", "b.txt"]])
  }

  @Test("The passage of two equal short texts is their words, on both sides")
  func passage() async throws {
    let scan = try await scan("Hello there.", "“HELLO THERE”")
    #expect(scan.pairs.first?.passages == [.init(a: [0, 11], b: [3, 14])])
  }

  @Test("Two texts of two other words are read, and are nothing to each other")
  func different() async throws {
    let scan = try await scan("Hello there.", "Good evening!")
    #expect(scan.documents == 2)
    #expect(scan.pairs == [])
    #expect(scan.stories == [])
  }

  @Test("A text without words cannot be compared, and that is said")
  func withoutWords() async throws {
    let first = try folder.write("a.txt", "... !?")
    let second = try folder.write("b.txt", "Hello there.")
    let outcome = try await Program.run(["compare", first, second])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("no words"))
  }
}
