internal import ArgumentParser

/// What `stemma help` can tell of: the library answers any word with the help of the whole program,
/// and completes none in bash.
enum HelpTopics {
  static let names = Stemma.configuration.subcommands.map { $0._commandName }

  /// What is wrong with a question for help.
  static func problem(_ arguments: [String]) -> ValidationError? {
    guard arguments.first == "help", let topic = arguments.dropFirst().first, !topic.hasPrefix("-"),
      !names.contains(topic)
    else { return nil }
    return ValidationError(
      "There is no help on '\(topic)', but on: \(names.joined(separator: ", ")).")
  }

  /// Replaces the function of the library's script that completes what stands behind `stemma help`.
  static var bashCompletion: String {
    """

    _stemma_help() {
        COMPREPLY+=($(compgen -W '\(names.joined(separator: " "))' -- "${cur}"))
    }

    """
  }
}
