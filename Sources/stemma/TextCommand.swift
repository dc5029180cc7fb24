internal import ArgumentParser
internal import StemmaFormats
internal import StemmaKit

struct Text: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a document as Stemma reads it.",
    usage: "stemma text [<options>] <path>",
    discussion: """
      Offsets in reports count the bytes of this text: a web page's article without its \
      navigation, a record's text field, a packed file unpacked.

      Examples:
        stemma text page.html
        stemma text feed.jsonl.gz --id 2024-117 | tail -c +907 | head -c 522
      """)

  @Argument(help: ArgumentHelp("A file of one or many documents.", valueName: "path"))
  var path: String

  @Option(help: ArgumentHelp("The document's id, where there are many.", valueName: "id"))
  var id: String?

  @OptionGroup(title: "Reading")
  var reading: ReadingArguments

  func run() throws {
    var log = ProblemLog(quiet: false)
    let reader = DocumentReader([path], options: reading.options)
    let sink = try OutputSink(nil)
    var isFound = false
    while !isFound, let item = reader.next() {
      switch item {
      case .problem(let problem): log.add(problem)
      case .document(let document, _, _):
        guard id == nil || document.id == id else { continue }
        try sink.write(document.text)
        if sink.isTerminal, document.text.last != UInt8(ascii: "\n") { try sink.write([10]) }
        isFound = true
      }
    }
    if !isFound, !log.hasLeftOut {
      log.add(InputProblem(path: path, reason: "there is no document \"\(id ?? "")\" in it"))
    }
    if id == nil, isFound, let item = reader.next(), case .document = item {
      Terminal.complain("\(path): it holds more documents; this is the first, --id names another")
    }
    log.finish()
    if !isFound { throw ExitCode(2) }
  }
}
