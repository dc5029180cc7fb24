import Foundation
import StemmaKit
import Testing

@testable import StemmaFormats

/// Texts that are not laid aside, since they can be read again.
@Suite struct RecordFileTests {
  private static let texts = [
    "one", "zwei ü \"quoted\", with a comma", "四\n\nlines \\ \u{1F600}", "  ",
    String(repeating: "a long text goes on ", count: 20_000), "last",
  ]

  private static func json(_ text: String, _ number: Int) -> String {
    let data = try? JSONEncoder().encode(["id": "n\(number)", "text": text])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private static let records = texts.enumerated().map { json($1, $0) }

  private static func table(_ separator: String) -> String {
    (["id\(separator)text"]
      + texts.enumerated().map { number, text in
        let cell = text.replacingOccurrences(of: "\"", with: "\"\"")
        return "n\(number)\(separator)\"\(cell)\""
      }).joined(separator: "\r\n")
  }

  /// The same texts in every form in which records are written.
  private static let files: [(ending: String, text: String)] = [
    (".jsonl", records.joined(separator: "\n")),
    (".jsonl", "\u{FEFF}" + records.joined(separator: "\r\n\r\n") + "\r\n"),
    (".json", "[\n" + records.joined(separator: " ,\n ") + "]\n"),
    (
      ".json", records.map { $0.replacingOccurrences(of: "{", with: "{\n") }.joined(separator: "\n")
    ),
    (".csv", table(",")), (".csv", table(";")), (".tsv", table("\t")),
  ]

  /// What a reader gives, whether one thread reads or several.
  private func read(
    _ reader: DocumentReader, inPortions: Bool
  ) -> [(document: Document, record: RecordPlace?)] {
    var found: [(Document, RecordPlace?)] = []
    func take(_ item: InputItem) {
      if case .document(let document, _, let record) = item { found.append((document, record)) }
    }
    if inPortions {
      while let portion = reader.nextPortion(bytes: 1000) { portion.forEachItem(take) }
    } else {
      while let item = reader.next() { take(item) }
    }
    return found
  }

  @Test(arguments: files.indices, [false, true])
  func `A text is the same when its record is read again`(file: Int, inPortions: Bool) throws {
    let (ending, text) = Self.files[file]
    let path = try TemporaryFile(text.utf8, ending: ending)
    let reader = DocumentReader([path.path])
    let spool = TextSpool(memory: 0, records: reader.recordFiles)
    let documents = withExtendedLifetime(path) { read(reader, inPortions: inPortions) }
    #expect(documents.count == (inPortions ? 6 : 5))
    for (number, (_, record)) in documents.enumerated() {
      // The text itself is not needed.
      #expect(record != nil)
      #expect(try spool.add([], record: record) == number)
    }
    let shelf = try spool.finish()
    for number in documents.indices.reversed() {
      #expect(try shelf.text(number) == documents[number].document.text, "text \(number)")
    }
  }

  @Test func `A record in Windows-1252 is read as such again`() throws {
    let line = Array("{\"id\": \"a\", \"text\": \"gr".utf8) + [0xFC] + Array("n\"}".utf8)
    let path = try TemporaryFile(line, ending: ".jsonl")
    let reader = DocumentReader([path.path])
    let spool = TextSpool(memory: 0, records: reader.recordFiles)
    for (_, record) in withExtendedLifetime(path, { read(reader, inPortions: true) }) {
      _ = try spool.add([], record: record)
    }
    #expect(try spool.finish().text(0) == Array("grün".utf8))
  }

  @Test func `A file that is one text is laid aside`() throws {
    let plain = try TemporaryFile("A text.".utf8, ending: ".txt")
    let documents = withExtendedLifetime(plain) {
      read(DocumentReader([plain.path]), inPortions: false)
    }
    #expect(documents.count == 1 && documents[0].record == nil)
  }

  @Test func `Of many files only some stay open`() throws {
    let files = try (0..<80).map { number in
      try TemporaryFile(Self.json("text \(number)", number).utf8, ending: ".jsonl")
    }
    let reader = DocumentReader(files.map(\.path))
    let spool = TextSpool(memory: 20, records: reader.recordFiles)
    // They go with the last use of `files`.
    let documents = withExtendedLifetime(files) { read(reader, inPortions: false) }
    for (document, record) in documents { _ = try spool.add(document.text, record: record) }
    #expect(documents.count { $0.record != nil } == 64)
    let shelf = try spool.finish()
    for number in documents.indices {
      #expect(try shelf.text(number) == Array("text \(number)".utf8))
    }
  }

  @Test(arguments: ["written over", "cut off", "removed", "grown"])
  func `A file that has changed is named, one that only grew or has gone is read`(
    change: String
  ) throws {
    let file = try TemporaryFile(Self.files[0].text.utf8, ending: ".jsonl")
    let reader = DocumentReader([file.path])
    let spool = TextSpool(memory: 0, records: reader.recordFiles)
    let documents = read(reader, inPortions: false)
    for (_, record) in documents { _ = try spool.add([], record: record) }
    let shelf = try spool.finish()
    let handle = try FileHandle(forUpdating: URL(filePath: file.path))
    switch change {
    case "written over": try handle.write(contentsOf: Data(repeating: 0x20, count: 100))
    case "cut off": try handle.truncate(atOffset: 10)
    case "removed": try FileManager.default.removeItem(atPath: file.path)
    default:
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("\n{}".utf8))
    }
    try handle.close()
    if change == "removed" || change == "grown" {
      #expect(try shelf.text(0) == documents[0].document.text)
    } else {
      let error = #expect(throws: ScratchError.self) { try shelf.text(0) }
      let sentence = error.map { "\($0)" } ?? ""
      #expect(sentence.hasPrefix("\(file.path) was changed"), "\(sentence)")
    }
  }

  @Test func `Several threads read records again at once`() async throws {
    let file = try TemporaryFile(Self.files[0].text.utf8, ending: ".jsonl")
    let reader = DocumentReader([file.path])
    let spool = TextSpool(memory: 0, records: reader.recordFiles)
    let documents = read(reader, inPortions: false)
    for (_, record) in documents { _ = try spool.add([], record: record) }
    let shelf = try spool.finish()
    let texts = documents.map(\.document.text)
    let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try (0..<200).count { try shelf.text($0 % texts.count) != texts[$0 % texts.count] }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
