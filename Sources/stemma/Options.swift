internal import ArgumentParser
internal import StemmaFormats

/// How documents are read: the options that every command shares.
struct ReadingArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Field of a record that holds the text.", valueName: "name"))
  var textField = "text"

  @Option(help: ArgumentHelp("Field of a record that holds its id.", valueName: "name"))
  var idField = "id"

  @Option(help: ArgumentHelp("Field of a record that holds the title.", valueName: "name"))
  var titleField = "title"

  @Option(help: ArgumentHelp("Field of a record that holds the date.", valueName: "name"))
  var dateField = "date"

  @Option(help: ArgumentHelp("Field of a record that names the outlet.", valueName: "name"))
  var sourceField = "source"

  @Option(help: ArgumentHelp("Field of a record that holds the address.", valueName: "name"))
  var urlField = "url"

  @Option(help: ArgumentHelp("Leave out documents larger than this.", valueName: "n"))
  var maxMegabytes = 64

  func validate() throws {
    guard (1...4000).contains(maxMegabytes) else {
      throw ValidationError("--max-megabytes must be from 1 to 4000.")
    }
  }

  /// The options that are not as usual, in words.
  var changed: [(name: String, value: String)] {
    let usual = FieldNames()
    return [
      ("Field of the text", textField, usual.text), ("Field of the id", idField, usual.id),
      ("Field of the title", titleField, usual.title),
      ("Field of the date", dateField, usual.date),
      ("Field of the outlet", sourceField, usual.source),
    ].filter { $0.1 != $0.2 }.map { ($0.0, $0.1) }
  }

  var options: ReadingOptions {
    var options = ReadingOptions()
    options.fields.text = textField
    options.fields.id = idField
    options.fields.title = titleField
    options.fields.date = dateField
    options.fields.source = sourceField
    options.fields.url = urlField
    options.limit = maxMegabytes << 20
    return options
  }
}

extension OutputArguments {
  /// Refuses to fill a terminal with what a program is to read.
  func refuseTerminal(_ what: String, as name: String) throws {
    guard output == nil, Terminal.isTerminal(1) else { return }
    throw ValidationError("\(what) is not for a terminal; name a file, as in -o \(name).")
  }
}

/// Where results go and what else is said.
struct OutputArguments: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the result to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(name: [.short, .long], help: "Say nothing on standard error but errors.")
  var quiet = false

  @Flag(
    name: [.short, .long],
    help: "Say on standard error what each stage did and how long it took.")
  var verbose = false

  @Flag(help: "Exit with 1 where a derivation was found.")
  var exitCode = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("Take --quiet or --verbose, not both.") }
  }
}
