/// The JSON of a scan, as a script reads it.
struct ScanOutput: Decodable, Equatable, Sendable {
  struct Skipped: Decodable, Equatable, Sendable {
    var path: String
    var reason: String
  }

  struct Edge: Decodable, Equatable, Sendable {
    var derivative: String
    var source: String
    var certain: Bool
  }

  struct Story: Decodable, Equatable, Sendable {
    var members: [String]
    var origin: String?
    var edges: [Edge]
  }

  var documents: Int
  var skipped: [Skipped]
  var pairs: [PairOutput]
  var stories: [Story]
}

/// The JSON of one pair, of a scan or a comparison.
struct PairOutput: Decodable, Equatable, Sendable {
  struct Passage: Decodable, Equatable, Sendable {
    var a: [Int]
    var b: [Int]
  }

  var a: String
  var b: String
  var relation: String
  var derivative: String?
  var source: String?
  var confidence: Double
  var directionConfidence: Double
  var directionReason: String?
  var passages: [Passage]

  enum CodingKeys: String, CodingKey {
    case a, b, relation, derivative, source, confidence, passages
    case directionConfidence = "direction_confidence"
    case directionReason = "direction_reason"
  }
}
