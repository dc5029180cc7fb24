import Testing

@testable import StemmaFormats

@Suite("A list of groups")
struct GroupListTests {
  private func list(_ text: String) throws -> GroupList {
    let file = try TemporaryFile(text.utf8)
    defer { withExtendedLifetime(file) {} }
    return GroupList(path: file.path) { ["x", "y", "z"].contains($0) }
  }

  @Test("An id and a group a line, with a header or without")
  func rows() throws {
    for text in ["x\tone\ny\ttwo\tmore\n", "id\tgroup\nx\tone\r\n\ny\ttwo"] {
      let list = try list(text)
      #expect(list.rows.map(\.id) == ["x", "y"] && list.rows.map(\.group) == ["one", "two"])
      #expect(list.problems == [])
    }
  }

  @Test("What is wrong is told with its line")
  func problems() throws {
    let list = try list("x\tone\nnobody\tone\nx\ttwo\ny\n")
    #expect(list.rows.map(\.group) == ["one"])
    #expect(list.problems.map { $0.path.suffix(2) } == [":2", ":3", ":4"])
  }
}
