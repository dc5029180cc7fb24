import Foundation
import Testing

@testable import StemmaKit

/// The labelled set of fictional news in `fixtures/`.
enum Fixtures {
  struct Article: Decodable {
    var id: String
    var text: String
    var date: String
    var source: String
    var language: String

    /// `e07` of `e07-light`: texts of different events have nothing to do with one another.
    var event: String {
      let parts = id.split(separator: "-")
      return parts[0].first == "e" && parts[0].count == 3 ? String(parts[0]) : "\(parts[0])-e01"
    }

    var kind: String { String(id.dropFirst(event.count + 1)) }
    var document: Document { Document(id: id, text: text, date: PublicationDate(date)) }
  }

  /// A line of `pairs.tsv`.
  struct Pair {
    var a: String
    var b: String
    var relation: String
  }

  static let articles: [Article] = {
    let lines = read("articles.jsonl").split(separator: "\n")
    return lines.compactMap { try? JSONDecoder().decode(Article.self, from: Data($0.utf8)) }
  }()

  static let pairs: [Pair] = read("pairs.tsv").split(separator: "\n").dropFirst().map {
    let fields = $0.split(separator: "\t").map(String.init)
    return Pair(a: fields[0], b: fields[1], relation: fields[2])
  }

  static let byID = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, $0) })

  static func text(_ id: String) -> String { byID[id]?.text ?? "" }

  /// The paragraphs of an article.
  static func paragraphs(_ id: String) -> [String] {
    text(id).components(separatedBy: "\n\n")
  }

  private static func read(_ name: String) -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../fixtures")
    return (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }
}

@Suite struct FixturesTests {
  @Test func `The labelled set is there, whole`() {
    #expect(Fixtures.articles.count == 148)
    #expect(Fixtures.pairs.count == 456)
    #expect(Fixtures.pairs.allSatisfy { Fixtures.byID[$0.a] != nil && Fixtures.byID[$0.b] != nil })
    #expect(Fixtures.byID["de-e01-light"]?.kind == "light")
  }
}
