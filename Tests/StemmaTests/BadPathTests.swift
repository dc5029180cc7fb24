import Foundation
import Testing

@Suite("A path that cannot be used")
struct BadPathTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Scans the good pair and another path; the good pair's ids then carry their folder.
  private func scan(with path: String) async throws -> Outcome {
    try await Program.run(["scan", folder.writeGoodPair(), path, "--format", "json"])
  }

  @Test("A path where nothing is")
  func missing() async throws {
    let path = folder.path("nowhere.txt")
    try expectLeftOut(await scan(with: path), [(path, "no such file or folder")])
  }

  @Test("An empty folder")
  func emptyFolder() async throws {
    let path = try folder.makeFolder("empty")
    try expectLeftOut(await scan(with: path), [(path, "folder is empty")])
  }

  @Test("A folder of files that are no texts, alone")
  func withoutTexts() async throws {
    try folder.write("data/table.csv", "a,b\n")
    let path = folder.path("data")
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(outcome, [(path, "no .txt, .md or .html file")], documents: 0)
  }

  @Test("A folder of files that are no texts, beside a good one")
  func withoutTextsBeside() async throws {
    try folder.write("data/table.csv", "a,b\n")
    let path = folder.path("data")
    let outcome = try await scan(with: path)
    try expectLeftOut(outcome, [(path, "no .txt, .md or .html file")])
  }

  @Test("A folder given twice is read once, and is not called empty")
  func twice() async throws {
    let outcome = try await scan(with: folder.path("in"))
    #expect(try outcome.scan().documents == 2)
    #expect(!outcome.errors.contains("folder is empty"))
  }

  @Test("A link to nothing")
  func danglingLink() async throws {
    let path = try folder.writeGoodPair()
    try folder.link("in/link.txt", to: "nowhere.txt")
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(outcome, [("link.txt", "no such file or folder")])
  }

  @Test("Links that lead to one another")
  func loopingLinks() async throws {
    let path = try folder.writeGoodPair()
    try folder.link("in/link-1.txt", to: "link-2.txt")
    try folder.link("in/link-2.txt", to: "link-1.txt")
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(
      outcome, [("link-1.txt", "leads back to itself"), ("link-2.txt", "leads back to itself")])
  }

  @Test("A link to the folder that it lies in", arguments: [".", "..", "../in"])
  func folderLoop(target: String) async throws {
    let path = try folder.writeGoodPair()
    try folder.link("in/loop", to: target)
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    guard target == ".." else {
      return try expectLeftOut(outcome, [("loop", "folder that is read already")])
    }
    // The link leads out of the folder, and from there back into it.
    try expectLeftOut(outcome, [("loop/in", "folder that is read already")])
  }

  @Test("A second name for a file that is read already")
  func fileLink() async throws {
    let path = try folder.writeGoodPair()
    try folder.link("in/link.txt", to: "good-1.txt")
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(outcome, [("link.txt", "file that is read already")])
  }

  @Test("A link that sorts before its target does not take its place")
  func earlyLink() async throws {
    let path = try folder.writeGoodPair()
    try folder.link("in/a-link.txt", to: "good-1.txt")
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(outcome, [("a-link.txt", "file that is read already")])
    #expect(try outcome.scan().stories.map(\.members) == [["good-1.txt", "good-2.txt"]])
  }

  @Test("Neither does a link to a folder, or one in a folder that is named first")
  func earlyFolderLink() async throws {
    try folder.writeGoodPair(in: "in/real")
    try folder.link("in/a-link", to: "real")
    let one = try await Program.run(["scan", folder.path("in"), "--format", "json"])
    try expectLeftOut(one, [("a-link", "folder that is read already")])
    #expect(try one.scan().stories.map(\.members) == [["real/good-1.txt", "real/good-2.txt"]])
    try folder.write("first/other.txt", "Some words.")
    try folder.link("first/link.txt", to: "../in/real/good-1.txt")
    let two = try await Program.run(
      ["scan", "first", "in/real", "--format", "json"], in: folder.url.path)
    try expectLeftOut(two, [("first/link.txt", "file that is read already")], documents: 3)
  }

  @Test("A folder of links alone is read")
  func linksAlone() async throws {
    try folder.writeGoodPair(in: "elsewhere")
    try folder.makeFolder("in")
    for name in ["good-1.txt", "good-2.txt"] {
      try folder.link("in/\(name)", to: "../elsewhere/\(name)")
    }
    let outcome = try await Program.run(["scan", folder.path("in"), "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try outcome.scan().stories.map(\.members) == [["good-1.txt", "good-2.txt"]])
  }

  private func setPermissions(_ permissions: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  @Test("A file without permission", .enabled(if: getuid() != 0, "root may read anything"))
  func unreadable() async throws {
    let path = try folder.writeGoodPair()
    let file = try folder.write("in/locked.txt", "Some words.")
    try setPermissions(0, file)
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(outcome, [("locked.txt", "no permission to read it")])
  }

  @Test("A folder without permission", .enabled(if: getuid() != 0, "root may read anything"))
  func unreadableFolder() async throws {
    let path = try folder.writeGoodPair()
    let locked = try folder.makeFolder("in/locked")
    try setPermissions(0, locked)
    // Else it could not be removed.
    defer { try? setPermissions(0o700, locked) }
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(outcome, [("locked", "no permission to read it")])
  }

  @Test("Folders nested three hundred deep are read to the bottom")
  func deep() async throws {
    let path = try folder.writeGoodPair()
    let nested = String(repeating: "d/", count: 300)
    try folder.write("in/\(nested)same.txt", Project.article("e01-light"))
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let pairs = try outcome.scan().pairs
    #expect(pairs.contains { $0.a == "\(nested)same.txt" && $0.relation == "duplicate" })
  }
}
