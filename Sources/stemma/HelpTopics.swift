internal import ArgumentParser

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// What `stemma help` can tell of: the library answers any word with the help of the whole program,
/// completes none in bash, and calls a mistyped command an argument too many.
enum HelpTopics {
  static let names = Stemma.configuration.subcommands.map { $0._commandName }

  /// What is wrong with a command that there is not, or a question for help on one.
  static func problem(_ arguments: [String]) -> ValidationError? {
    guard let first = arguments.first, !first.hasPrefix("-"), !names.contains(first) else {
      return nil
    }
    let all = names.joined(separator: ", ")
    if first == "help" {
      guard let topic = arguments.dropFirst().first, !topic.hasPrefix("-"), !names.contains(topic)
      else { return nil }
      return ValidationError("There is no help on '\(topic)', but on: \(all).")
    }
    return ValidationError(
      access(first, F_OK) == 0
        ? "'\(first)' is no command but a file or folder; try: stemma scan \(first)"
        : "There is no command '\(first)', but: \(all).")
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
