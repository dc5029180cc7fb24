import Testing

@testable import StemmaFormats
@testable import StemmaKit

@Suite("Two texts beside each other")
struct AlignedRowsTests {
  private func tokens(_ text: String) -> Tokens {
    var preparer = DocumentPreparer()
    return preparer.tokenize(Document(id: "", text: text)).tokens
  }

  /// The rows as text, with the passages given as words of both sides.
  private func rows(
    _ left: String, _ right: String, _ passages: [(Range<Int>, Range<Int>)]? = nil
  ) -> [(left: String?, right: String?, isMoved: Bool)] {
    let (x, y) = (tokens(left), tokens(right))
    let whole = [Passage(a: 0..<x.count, b: 0..<y.count, score: 0)]
    let given = passages?.map { Passage(a: $0.0, b: $0.1, score: 0) }
    let aligned = AlignedRows(x, y, passages: given ?? whole)
    func words(_ range: Range<Int>?, _ tokens: Tokens, _ text: String) -> String? {
      range.map {
        String(decoding: Array(text.utf8)[tokens.bytes(of: $0)], as: UTF8.self)
      }
    }
    return aligned.rows.map { (words($0.left, x, left), words($0.right, y, right), $0.isMoved) }
  }

  private let first = "The minister gave up her post on Tuesday."
  private let firstReworded = "The minister resigned from her post on Tuesday."
  private let second = "Auditors had found eleven missing contracts in March."
  private let secondReworded = "In March eleven missing contracts came to light."
  private let other = "Nobody knows whether the railway will open before winter comes."

  @Test("A sentence stands beside its rewording")
  func linked() {
    let found = rows("\(first) \(second)", "\(firstReworded) \(secondReworded)")
    let left: [String?] = [first, second].map { String($0.dropLast()) }
    let right: [String?] = [firstReworded, secondReworded].map { String($0.dropLast()) }
    #expect(found.map(\.left) == left)
    #expect(found.map(\.right) == right)
  }

  @Test("What only one side has stands alone, at its place")
  func alone() {
    let dropped = rows("\(first) \(other) \(second)", "\(firstReworded) \(secondReworded)")
    #expect(dropped.map { $0.left != nil } == [true, true, true])
    #expect(dropped.map { $0.right != nil } == [true, false, true])
    let added = rows("\(first) \(second)", "\(firstReworded) \(other) \(secondReworded)")
    #expect(added.map { $0.left != nil } == [true, false, true])
    #expect(added[1].right == String(other.dropLast()))
  }

  @Test("One sentence may become two")
  func split() {
    let found = rows(
      "The minister gave up her post on Tuesday and auditors found eleven contracts.",
      "The minister gave up her post. On Tuesday auditors found eleven contracts.")
    #expect(found.count == 1)
  }

  @Test("A sentence that moved stands beside its origin and says so")
  func moved() {
    let found = rows(
      "\(other) \(first) \(second)", "\(firstReworded) \(second) \(other)")
    #expect(found.map(\.isMoved) == [false, false, true])
    #expect(found[2].left == found[2].right)
    #expect(found[0].left == String(first.dropLast()))
  }

  @Test("Without a passage both texts stand beside each other as they are")
  func without() {
    let found = rows(first, other, [])
    #expect(found.count == 1)
    #expect(found[0].left == String(first.dropLast()))
    #expect(found[0].right == String(other.dropLast()))
  }

  @Test("What stands alone on both sides at one place is linked by words that tell")
  func neighbours() {
    let (sentence, reworded) = (
      "Some 700 guests came, 40 of them craftsmen from Tartu.",
      "Craftsmen made up 40 of the 700 people in the hall."
    )
    let (start, end) = (8, 8)
    func linked(_ left: String, _ right: String) -> Int {
      let (x, y) = (tokens("\(first) \(left) \(second)"), tokens("\(first) \(right) \(second)"))
      let passages = [
        Passage(a: 0..<start, b: 0..<start, score: 0),
        Passage(a: x.count - end..<x.count, b: y.count - end..<y.count, score: 0),
      ]
      return AlignedRows(x, y, passages: passages).rows.count { $0.left != nil && $0.right != nil }
    }
    #expect(linked(sentence, reworded) == 3)
    #expect(linked(sentence, other) == 2)
  }

  @Test("Whatever the passages are, each word stands in one row, on the right in order")
  func complete() {
    var random = SystemRandomNumberGenerator()
    let words = ["red", "green", "blue", "stone", "river", "cloud", "of", "the"]
    for _ in 0..<300 {
      func text() -> String {
        (0..<Int.random(in: 1...60, using: &random)).map { _ in
          (words.randomElement(using: &random) ?? "") + (Bool.random() ? ". Then " : " ")
        }.joined()
      }
      let (left, right) = (tokens(text()), tokens(text()))
      func range(_ count: Int) -> Range<Int> {
        let start = Int.random(in: 0..<count, using: &random)
        return start..<Int.random(in: start + 1...count, using: &random)
      }
      let passages = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        Passage(a: range(left.count), b: range(right.count), score: 0)
      }
      let rows = AlignedRows(left, right, passages: passages).rows
      let inLeft = rows.compactMap(\.left).flatMap { Array($0) }
      #expect(inLeft.sorted() == Array(0..<left.count), "\(passages)")
      let inRight = rows.compactMap(\.right).flatMap { Array($0) }
      #expect(inRight == Array(0..<right.count), "\(passages)")
      for row in rows where !row.common.isEmpty {
        #expect(
          row.common.allSatisfy { left.hashes[$0.left] == right.hashes[$0.right] }, "\(passages)")
      }
    }
  }

  private func marks(_ left: String, _ right: String) -> RowMarks {
    let texts = [left, right].map { PageText(Array($0.utf8), limit: 1000) }
    let (x, y) = (tokens(left), tokens(right))
    let rows = AlignedRows(x, y, passages: [Passage(a: 0..<x.count, b: 0..<y.count, score: 0)])
    return RowMarks(rows.rows[0], left: (x, texts[0]), right: (y, texts[1]))
  }

  private func marked(_ marks: [Int]?, _ text: String, _ kind: RowMarks.Kind) -> [String] {
    let units = Array(text.utf16)
    let marks = marks ?? []
    return stride(from: 0, to: marks.count, by: 3).filter { marks[$0 + 2] == kind.rawValue }
      .map { String(decoding: units[marks[$0]..<marks[$0 + 1]], as: UTF16.self) }
  }

  @Test("Words of a sentence that stand elsewhere in the other are neither left out nor added")
  func elsewhere() {
    let left = "The opposition Homeland Front has filed a motion against him with 34 signatures."
    let right = "A motion against him with 34 signatures came from the opposition Homeland Front."
    let row = marks(left, right)
    #expect(marked(row.leftMarks, left, .moved) == ["The opposition Homeland Front"])
    #expect(marked(row.rightMarks, right, .moved) == ["the opposition Homeland Front"])
    #expect(marked(row.leftMarks, left, .onlyHere) == ["has filed"])
    #expect(marked(row.rightMarks, right, .onlyHere) == ["came from"])
  }

  @Test("Words are the same, reworded, or on one side only")
  func marks() throws {
    let left = "On Tuesday the minister gave up her quiet post in Tallinn."
    let right = "On Tuesday the minister resigned from her post in old Tallinn."
    let row = marks(left, right)
    #expect(marked(row.leftMarks, left, .reworded) == ["gave up"])
    #expect(marked(row.rightMarks, right, .reworded) == ["resigned from"])
    #expect(marked(row.leftMarks, left, .onlyHere) == ["quiet"])
    #expect(marked(row.rightMarks, right, .onlyHere) == ["old"])
    // As many stretches on both sides, so that each has its counterpart.
    #expect(
      marked(row.leftMarks, left, .same) == [
        "On Tuesday the minister", "her", "post in", "Tallinn",
      ])
    #expect(
      marked(row.rightMarks, right, .same) == [
        "On Tuesday the minister", "her", "post in", "Tallinn",
      ])
    #expect(row.left == [0, left.utf16.count])
  }
}
