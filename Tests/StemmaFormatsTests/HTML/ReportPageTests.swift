import Foundation
import Testing

@testable import StemmaFormats
@testable import StemmaKit

@Suite("The page for a browser")
struct ReportPageTests {
  private static let words =
    "copper lantern harvest river minister signal winter bakery audit glass"
    .split(separator: " ").map(String.init)

  /// Texts of which each pair tells the same, with some words of its own.
  private static func documents(_ count: Int, middle: String = "") -> [Document] {
    (0..<count).flatMap { story in
      let text = (0..<120).map { "\(words[($0 * 7 + story) % 10])\(story * 120 + $0)" }
      return ["a", "b"].map { copy in
        Document(
          id: "\(story)\(copy)",
          text: Array("\(text.joined(separator: " ")) \(middle) \(copy)".utf8),
          title: "Story \(story) \(middle)", source: copy == "a" ? "Herald \(middle)" : "Mirror",
          date: PublicationDate("2025-01-0\(copy == "a" ? 1 : 2)"))
      }
    }
  }

  private func page(
    _ documents: [Document], limits: PageLimits = PageLimits(), threads: Int = 1
  ) throws -> String {
    try ReportPage(
      CollectionScan().scan(documents), texts: TextsInMemory(documents.map(\.text)), run: .fixed,
      limits: limits, threads: threads
    ).text()
  }

  /// The JSON of an element of data.
  private func block(_ id: String, _ page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: "<script type=\"application/json\" id=\"\(id)\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let json = Data(page[start.upperBound..<end.lowerBound].utf8)
    return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
  }

  private static let hostile = [
    "</script><script>alert(1)</script>", "<!--<script>", "</SCRIPT >", "]]><b>", "\u{2028}",
  ]

  @Test("Nothing of a document can end or begin an element", arguments: hostile)
  func escaped(text: String) throws {
    let plain = try page(Self.documents(1))
    let hostile = try page(Self.documents(1, middle: text))
    #expect(hostile.count { $0 == "<" } == plain.count { $0 == "<" })
    let documents = try #require(try block("data", hostile)["documents"] as? [[String: Any]])
    #expect(documents[0]["title"] as? String == "Story 0 \(text)")
    #expect(documents[0]["source"] as? String == "Herald \(text)")
  }

  @Test("The policy lets this style and this script in, by their digests, and nothing else")
  func policy() throws {
    let page = try page(Self.documents(1))
    let policy = try #require(page.firstMatch(of: /Policy" content="([^"]*)"/)).output.1
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe") && !policy.contains("http"))
    for (name, pattern) in [
      ("style-src", #/<style>([\s\S]*?)</style>/#), ("script-src", #/<script>([\s\S]*?)</script>/#),
    ] {
      let content = try #require(page.firstMatch(of: pattern)).output.1
      let digest = Data(SHA256.digest(content.utf8)).base64EncodedString()
      #expect(policy.contains("\(name) 'sha256-\(digest)'"), "\(name)")
      #expect(page.matches(of: pattern).count == 1)
    }
  }

  @Test("It refers to nothing outside itself")
  func selfContained() throws {
    let page = try page(Self.documents(1))
    for part in [" src=", "@import", "url(", "fetch(", "XMLHttpRequest", "innerHTML", "eval("] {
      #expect(!page.contains(part), "\(part)")
    }
  }

  @Test("The same bytes for any number of threads and any order of the documents")
  func same() throws {
    let documents = Self.documents(40)
    let one = try page(documents)
    #expect(try page(documents, threads: 4) == one)
    #expect(try page(documents.reversed(), threads: 2) == one)
  }

  @Test("Texts and alignments of every pair are there, by number")
  func complete() throws {
    let page = try page(Self.documents(2))
    let data = try block("data", page)
    #expect((data["documents"] as? [Any])?.count == 4)
    #expect((data["stories"] as? [Any])?.count == 2)
    for number in 0..<2 {
      let alignment = try block("p\(number)", page)
      #expect((alignment["rows"] as? [Any])?.isEmpty == false)
      #expect(alignment["sentence"] as? String == "Mirror copies Herald  with edits.")
    }
    #expect(page.contains("id=\"t3\">") && !page.contains("id=\"t4\">"))
    #expect(page.contains("winter"))
  }

  @Test("Stories beyond the limit are left out with a remark")
  func fewer() throws {
    var limits = PageLimits()
    limits.stories = 3
    let data = try block("data", page(Self.documents(5), limits: limits))
    #expect((data["stories"] as? [Any])?.count == 3)
    #expect((data["documents"] as? [Any])?.count == 6)
    let remarks = try #require(data["remarks"] as? [String])
    #expect(remarks.count == 1)
    #expect(remarks[0].hasPrefix("Only the 3 most telling stories are in this page; 2 more "))
    #expect(((data["counts"] as? [String: Any])?["stories"] as? Int) == 5)
  }

  @Test("Long texts are cut with a remark")
  func cut() throws {
    var limits = PageLimits()
    limits.text = 400
    let page = try page(Self.documents(1), limits: limits)
    let data = try block("data", page)
    #expect(data["remarks"] as? [String] == ["Of 2 long texts only the beginning is in this page."])
    let documents = try #require(data["documents"] as? [[String: Any]])
    #expect(documents.allSatisfy { $0["cut"] as? Bool == true })
    #expect(page.contains("copper0 ") && !page.contains("copper110"))
  }

  @Test("Where there is no more room, texts are listed without their wording")
  func full() throws {
    var limits = PageLimits()
    limits.texts = 3000
    let documents = Self.documents(2)
    try #require(documents[0].text.count * 3 > 3000 && documents[0].text.count * 2 < 3000)
    let page = try page(documents, limits: limits)
    let data = try block("data", page)
    let remarks = try #require(data["remarks"] as? [String])
    #expect(
      remarks == [
        "For 2 texts there was no more room; they are listed without their wording."
      ])
    #expect(page.contains("id=\"t1\">") && !page.contains("id=\"t2\">"))
    #expect((try block("p1", page)["rows"] as? [Any])?.isEmpty == true)
  }

  @Test(
    "The names of two compared texts are told without the folder that they share",
    arguments: [
      ("in/a/x.txt", "in/a/y.txt", "in/a/"), ("in/ab/x.txt", "in/ac/x.txt", "in/"),
      ("x.txt", "xy.txt", ""), ("in/x.txt", "in/x.txt", "in/"), ("-", "in/x.txt", ""),
    ])
  func folder(a: String, b: String, common: String) {
    #expect(ReportPage.commonFolder(a, b) == common)
  }

  @Test("The foot tells of the run, and the digest is that of the texts")
  func foot() throws {
    let documents = Self.documents(1)
    let run = try #require(try block("data", page(documents))["run"] as? [String: Any])
    #expect(run["version"] as? String == "1.2.3")
    #expect(run["date"] as? String == "2023-11-14T22:13:20Z")
    let list = documents.map { "\(SHA256.hex(SHA256.digest($0.text)))  \($0.id)\n" }.joined()
    #expect(run["digest"] as? String == SHA256.hex(SHA256.digest(list.utf8)))
    let other = Self.documents(1, middle: "other")
    #expect(
      (try block("data", page(other))["run"] as? [String: Any])?["digest"] as? String
        != run["digest"] as? String)
  }
}
