internal import ArgumentParser

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The commands that there are: the library answers `stemma help` and any word with the help of the
/// whole program, completes none there in bash, and calls a mistyped command an argument too many.
enum CommandNames {
  static let all = Stemma.configuration.subcommands.map { $0._commandName }

  /// What is wrong with a command that there is not, or a question for help on one.
  static func problem(_ arguments: [String]) -> ValidationError? {
    guard let first = unknown(arguments.first) else { return nil }
    let known = all.joined(separator: ", ")
    if first == "help" {
      return unknown(arguments.dropFirst().first).map { topic in
        ValidationError("There is no help on '\(topic)', but on: \(known).")
      }
    }
    let paths = arguments.filter { !$0.hasPrefix("-") && access($0, F_OK) == 0 }
    return ValidationError(
      paths.first == first
        ? "'\(first)' is no command but a file or folder; try: stemma "
          + "\(paths.count == 2 ? "compare" : "scan") \(paths.joined(separator: " "))"
        : "There is no command '\(first)', but: \(known).")
  }

  /// A word that is neither a command nor an option.
  private static func unknown(_ word: String?) -> String? {
    word.flatMap { $0.hasPrefix("-") || all.contains($0) ? nil : $0 }
  }

  /// Replaces the function of the library's script that completes what stands behind `stemma help`.
  static var bashCompletion: String {
    """

    _stemma_help() {
        COMPREPLY+=($(compgen -W '\(all.joined(separator: " "))' -- "${cur}"))
    }

    """
  }
}
