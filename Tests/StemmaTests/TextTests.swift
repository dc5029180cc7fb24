import Foundation
import Testing

@Suite("A document as it was read")
struct TextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A text file is printed byte for byte")
  func file() async throws {
    let path = try folder.write("a.txt", "Zwei\r\nZeilen – und «mehr».\n")
    let outcome = try await Program.run(["text", path])
    #expect(outcome.status == 0)
    #expect(outcome.text == "Zwei\r\nZeilen – und «mehr».\n")
  }

  @Test("The offsets of a passage cut the passage from what is printed")
  func offsets() async throws {
    let records = Project.records.path
    let pairs = try folder.write("pairs.tsv", "de-e01-excerpt\tde-e01-original\n")
    let compared = try await Program.run([
      "compare", records, "--pairs", pairs, "--format", "jsonl",
    ])
    let passage = try #require(try compared.pair().passages.first)
    let printed = try await Program.run(["text", records, "--id", "de-e01-excerpt"])
    try #require(passage.a[1] <= printed.output.count)
    let cut = String(decoding: printed.output[passage.a[0]..<passage.a[1]], as: UTF8.self)
    let original = try await Program.run(["text", records, "--id", "de-e01-original"])
    #expect(original.text.contains(cut.prefix(60)))
  }

  @Test("A document that is not there is a sentence and exit code 2")
  func missing() async throws {
    let outcome = try await Program.run(["text", Project.records.path, "--id", "nobody"])
    #expect(outcome.status == 2)
    #expect(outcome.output == [])
    #expect(outcome.sentences.first?.contains("\"nobody\"") == true)
  }
}
