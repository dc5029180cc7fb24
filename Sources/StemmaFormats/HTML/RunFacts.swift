public import StemmaKit

/// What the foot of a page tells of the run that made it.
public struct RunFacts: Sendable {
  public var version: String
  /// When the run was.
  public var date: PublicationDate
  /// What the user asked for, in words: a name and its value.
  public var parameters: [(name: String, value: String)]
  /// Inputs that were left out, each with its reason.
  public var leftOut: [InputProblem]

  public init(
    version: String, date: PublicationDate, parameters: [(name: String, value: String)],
    leftOut: [InputProblem] = []
  ) {
    self.version = version
    self.date = date
    self.parameters = parameters
    self.leftOut = leftOut
  }

  /// The moment that is so many seconds after the beginning of 1970.
  public static func moment(secondsSince1970 seconds: Int) -> PublicationDate {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return PublicationDate(day: day, second: seconds - day * 86_400)
  }
}
