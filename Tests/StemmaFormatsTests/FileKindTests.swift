import Testing

@testable import StemmaFormats

@Suite("The kind of a file")
struct FileKindTests {
  @Test(
    "The name tells content and packing, in any case of letters",
    arguments: [
      ("a.txt", FileKind.Content.text, FileKind.Packing.none), ("a.text", .text, .none),
      ("A.TXT", .text, .none), ("a.md", .text, .none), ("a.markdown", .text, .none),
      ("a.html", .html, .none), ("a.htm", .html, .none), ("a.xhtml", .html, .none),
      ("a.jsonl", .records, .none), ("a.ndjson", .records, .none),
      ("a.txt.gz", .text, .gzip), ("a.JSONL.GZ", .records, .gzip), ("a.html.zst", .html, .zstd),
      ("folder.d/a.b.txt", .text, .none),
      ("a.tsv", .table(.tab), .none), ("a.TSV.gz", .table(.tab), .gzip),
    ])
  func named(name: String, content: FileKind.Content, packing: FileKind.Packing) {
    let kind = FileKind(name: name)
    #expect(kind.content == content)
    #expect(kind.packing == packing)
  }

  @Test(
    "Other names do not tell the content",
    arguments: ["a", "a.pdf", "txt", "a.txt.bak", "a.gz", "-", "a.zip", "a.txt ", "csv"])
  func unnamed(name: String) {
    #expect(FileKind(name: name).family == nil)
    #expect(FileKind(name: name).content == nil)
    #expect(!FileKind(name: name).isDocument)
  }

  @Test("A scan of a folder reads texts and pages, packed or not, but no record files")
  func documents() {
    let read = ["a.txt", "b.md.gz", "c.html.zst", "d.jsonl", "e.csv"].filter {
      FileKind(name: $0).isDocument
    }
    #expect(read == ["a.txt", "b.md.gz", "c.html.zst"])
  }

  @Test(
    "The first bytes tell what a nameless input holds",
    arguments: [
      (#"{"id": 1}"#, FileKind.Content.records), (" \n\t{\"text\": \"x\"}", .records),
      ("\u{FEFF}{\"text\": \"x\"}", .records), ("<!DOCTYPE html><html>", .html),
      ("\n<HTML lang=en>", .html), ("\u{FEFF}<!doctype HTML>", .html),
      ("Plain words.", .text), ("", .text), ("<b>Bold</b> words", .text), ("[1, 2]", .text),
      ("[AP] Words", .text), ("Words {in braces}", .text), ("[{\"text\": 1}]", .array),
      ("\u{FEFF} [\n  {", .array), ("[]", .array), ("{\n  \"id\": 1", .objects),
      ("{ \r\n", .objects), ("id,text\n1,x", .table(.comma)),
      ("\u{FEFF}\"title\";\"text\"\r\n", .table(.semicolon)), ("text\tdate\n", .table(.tab)),
      ("id,body\n1,x", .text), ("text\nmore", .text), ("Some text, a title, a date\n", .text),
    ])
  func sniffed(head: String, content: FileKind.Content) {
    #expect(FileKind(name: "-").content(of: Array(head.utf8), fields: FieldNames()) == content)
  }

  @Test("The names of fields that are asked for tell a table")
  func renamed() {
    var fields = FieldNames()
    fields.text = "body"
    let kind = FileKind(name: "-")
    #expect(kind.content(of: Array("id,body\n".utf8), fields: fields) == .table(.comma))
    #expect(kind.content(of: Array("id,text\n".utf8), fields: fields) == .text)
  }

  @Test(
    "Of names that leave it open the first bytes tell the rest",
    arguments: [
      ("a.json", "[{", FileKind.Content.array), ("a.json", "{\n", .objects),
      ("a.json", "{\"id\": 1}\n", .records), ("a.json", "words", .records),
      ("a.csv", "a;b,c", .table(.comma)), ("a.csv", "a;b", .table(.semicolon)),
      ("a.csv.gz", "a\tb\n1,2", .table(.tab)), ("a.csv", "text", .table(.comma)),
    ])
  func family(name: String, head: String, content: FileKind.Content) {
    let kind = FileKind(name: name)
    #expect(kind.content == nil)
    #expect(kind.content(of: Array(head.utf8), fields: FieldNames()) == content)
  }

  @Test("A stream is unpacked as its name says")
  func unpacked() throws {
    let packed = PackedSamples.gzip
    let stream = try FileKind(name: "a.txt.gz").unpacked(ArrayStream(packed.first))
    #expect(try stream.readAll(limit: 1 << 20) == packed.firstText)
    let plain = try FileKind(name: "a.txt").unpacked(ArrayStream(packed.first))
    #expect(try plain.readAll(limit: 1 << 20) == packed.first)
  }
}
