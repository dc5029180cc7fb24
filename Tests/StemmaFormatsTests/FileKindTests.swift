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
    ])
  func named(name: String, content: FileKind.Content, packing: FileKind.Packing) {
    let kind = FileKind(name: name)
    #expect(kind.content == content)
    #expect(kind.packing == packing)
  }

  @Test(
    "Other names do not tell the content",
    arguments: ["a", "a.pdf", "txt", "a.txt.bak", "a.json", "a.gz", "-", "a.zip", "a.txt "])
  func unnamed(name: String) {
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
      ("Words {in braces}", .text),
    ])
  func sniffed(head: String, content: FileKind.Content) {
    #expect(FileKind.content(of: Array(head.utf8)) == content)
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
