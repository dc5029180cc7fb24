import Foundation
import Testing

@Suite("A page for a browser")
struct ReportPageTests {
  private let folder: TemporaryFolder
  private let clock = ["SOURCE_DATE_EPOCH": "1700000000"]

  init() throws { folder = try TemporaryFolder() }

  private func records() throws -> [String] {
    try Project.recordLines().filter { $0.hasPrefix("{\"id\": \"e01-") }
  }

  @Test("The same bytes with any number of threads and in any order")
  func same() async throws {
    let lines = try records()
    let path = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    let one = try await Program.run(
      ["scan", path, "--format", "html", "--threads", "1"], environment: clock)
    #expect(one.status == 0 && one.errors == "")
    #expect(one.text.hasPrefix("<!doctype html>") && one.text.hasSuffix("</html>\n"))
    let many = try await Program.run(
      ["scan", path, "--format", "html", "--threads", "7"], environment: clock)
    #expect(many.output == one.output)
    try folder.write("in.jsonl", lines.reversed().joined(separator: "\n"))
    let turned = try await Program.run(["scan", path, "--format", "html"], environment: clock)
    #expect(turned.output == one.output)
  }

  @Test("It tells when, of what and with which options it was made")
  func foot() async throws {
    let path = try folder.write("in.jsonl", records().joined(separator: "\n"))
    let outcome = try await Program.run(
      ["scan", path, "--format", "html", "--min-relation", "copy", "--source-field", "outlet"],
      environment: clock)
    #expect(outcome.text.contains("\"date\":\"2023-11-14T22:13:20Z\""))
    #expect(outcome.text.contains("{\"name\":\"Reported from\",\"value\":\"copy\"}"))
    #expect(outcome.text.contains("{\"name\":\"Field of the outlet\",\"value\":\"outlet\"}"))
    let later = try await Program.run(
      ["scan", path, "--format", "html"], environment: ["SOURCE_DATE_EPOCH": "1700000001"])
    #expect(later.text.contains("\"date\":\"2023-11-14T22:13:21Z\""))
  }

  @Test("A search for near-duplicates has a page too, with the texts beside each other")
  func nearDuplicates() async throws {
    let outcome = try await Program.run([
      "scan", folder.writeGoodPair(), "--near-duplicates", "0.1", "--format", "html",
    ])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("id=\"p0\">"))
    #expect(outcome.text.contains("\"lm\":["))
  }

  @Test("A comparison is a page of one pair")
  func compare() async throws {
    let paths = ["e01-original", "e01-rewrite"].map {
      Project.articles.appending(path: "\($0).txt").path
    }
    let result = folder.path("page.html")
    let outcome = try await Program.run(
      ["compare"] + paths + ["--format", "html", "--known-source", "a", "-o", result])
    #expect(outcome.status == 0 && outcome.output == [] && outcome.errors == "")
    let page = String(decoding: try folder.bytes("page.html"), as: UTF8.self)
    #expect(page.contains("\"kind\":\"compare\""))
    #expect(page.contains("{\"name\":\"Known source\",\"value\":\"a\"}"))
    #expect(page.contains("id=\"p0\">") && !page.contains("id=\"p1\">"))
  }

  @Test("What was left out stands in the page, with its reason")
  func leftOut() async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/empty.txt", "")
    let outcome = try await Program.run(["scan", path, "--format", "html"])
    #expect(outcome.status == 2)
    #expect(outcome.text.contains("\"leftOut\":[{\"path\":\"empty.txt\",\"reason\":"))
  }

  @Test("Without pairs there is a page that says so")
  func nothing() async throws {
    let path = try folder.write("in/one.txt", "A single text of a few words.")
    let outcome = try await Program.run(["scan", path, "--format", "html"])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("\"stories\":[]"))
  }
}
