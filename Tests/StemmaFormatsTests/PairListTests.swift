import Testing

@testable import StemmaFormats

@Suite("A list of pairs")
struct PairListTests {
  private static let known: Set<String> = ["x", "y", "z", "with space", "ü"]

  private func list(_ text: String, ending: String = "") throws -> PairList {
    let file = try TemporaryFile(text.utf8, ending: ending)
    defer { withExtendedLifetime(file) {} }
    return PairList(path: file.path) { Self.known.contains($0) }
  }

  private func rows(_ list: PairList) -> [String] { list.rows.map { "\($0.a) \($0.b) \($0.line)" } }

  @Test(
    "The first two columns are ids",
    arguments: [
      ("x\ty\n", ["x y 1"]), ("x\ty", ["x y 1"]), ("x\ty\tcopy\ta\nz\tx\t\n", ["x y 1", "z x 2"]),
      ("x\ty\r\nz\tx\r\n", ["x y 1", "z x 2"]), ("\n\nx\ty\n\n", ["x y 3"]),
      ("with space\tü\n", ["with space ü 1"]), ("x\tx\n", ["x x 1"]), ("", []),
    ])
  func columns(text: String, expected: [String]) throws {
    let list = try list(text)
    #expect(rows(list) == expected)
    #expect(list.problems == [])
  }

  @Test("A first line of two unknown ids is a header")
  func header() throws {
    let list = try list("a\tb\trelation\nx\ty\n")
    #expect(rows(list) == ["x y 2"])
    #expect(list.problems == [])
  }

  @Test(
    "Any other line with an unknown id is a problem with its number",
    arguments: [
      ("x\tnobody\nx\ty\n", 1, "nobody"), ("nobody\tx\nx\ty\n", 1, "nobody"),
      ("a\tb\nx\ty\nno one\tnobody\n", 3, "no one"), ("x\ty\n\tx\n", 2, #""""#),
    ])
  func unknown(text: String, line: Int, id: String) throws {
    let list = try list(text)
    #expect(list.rows.map(\.b) == ["y"])
    #expect(list.problems.count == 1)
    #expect(list.problems.first?.path.hasSuffix(":\(line)") == true)
    #expect(list.problems.first?.reason.contains(id) == true)
    #expect(list.problems.first?.isLeftOut == true)
  }

  @Test("A line without a tab is a problem with its number", arguments: ["x y", "x", "x,y"])
  func oneColumn(line: String) throws {
    let list = try list("x\ty\n\(line)\n")
    #expect(rows(list) == ["x y 1"])
    #expect(list.problems.map(\.reason) == ["the line has no two columns with a tab between"])
    #expect(list.problems.first?.path.hasSuffix(":2") == true)
  }

  @Test(
    "Of a .csv file the first two cells are ids",
    arguments: [
      ("a,b,relation\r\nx,y,copy\r\n", ["x y 2"]), ("\u{FEFF}x,\"y\"\n\nz,x", ["x y 1", "z x 3"]),
      ("x,y,\"two\nlines\"\nz,x\n", ["x y 1", "z x 3"]), ("with space;ü\n", ["with space ü 1"]),
    ])
  func cells(text: String, expected: [String]) throws {
    let list = try list(text, ending: ".csv")
    #expect(rows(list) == expected)
    #expect(list.problems == [])
  }

  @Test("Of a .csv file a row with marks against the rule costs its own line")
  func malformed() throws {
    let list = try list("x,\"y\nz,x\nx,\"z\" y\nx,z\n\"x,y", ending: ".csv")
    #expect(rows(list) == ["z x 2", "x z 4"])
    #expect(list.problems.map { $0.path.suffix(2) } == [":1", ":3", ":5"])
  }

  @Test("A packed list is unpacked")
  func packed() throws {
    let file = try TemporaryFile(PackedSamples.gzip.second, ending: ".tsv.gz")
    let list = PairList(path: file.path) { _ in true }
    withExtendedLifetime(file) {}
    // The packed text has no tab in it; that its one line was seen is what counts.
    #expect(list.problems.count == 1)
    #expect(list.problems.first?.path == "\(file.path):1")
  }

  @Test("A list that is not there, or is too large, is a problem")
  func unreadable() throws {
    let missing = PairList(path: "/nowhere/pairs.tsv") { _ in true }
    #expect(missing.problems.map(\.reason) == ["there is no such file or folder"])
    let file = try TemporaryFile([UInt8](repeating: 0x0A, count: 100))
    let large = PairList(path: file.path, limit: 50) { _ in true }
    withExtendedLifetime(file) {}
    #expect(large.problems.count == 1)
    #expect(large.rows == [])
  }
}
