import ArgumentParser

@main
enum Main {
  static func main() {
    Unfinished.watch()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == ["--generate-completion-script", "bash"] {
      print(Stemma.completionScript(for: .bash) + CommandNames.bashCompletion)
      return
    }
    if let problem = CommandNames.problem(arguments) { Stemma.exit(withError: problem) }
    Stemma.main()
  }
}

struct Stemma: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stemma",
    abstract: "Find which texts were made from which: copies, rewordings, excerpts.",
    discussion: """
      Examples:
        stemma compare ours.txt theirs.txt
        stemma scan articles/
        stemma scan feed.jsonl.gz --format json -o found.json
      """,
    version: "0.1.0",
    subcommands: [Compare.self, Scan.self, Text.self, Evaluate.self, Bench.self],
    groupedSubcommands: [
      CommandGroup(name: "Topic", subcommands: [Relations.self, ScoresTopic.self])
    ])
}
