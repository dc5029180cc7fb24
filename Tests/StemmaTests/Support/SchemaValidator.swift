import Foundation

/// Holds a document against a JSON Schema (draft 2020-12).
///
/// It knows the keywords that the schemas of this project use; any other is reported as a problem,
/// so that nothing is passed over in silence.
struct SchemaValidator {
  let schema: JSONValue

  private static let annotations: Set<String> = ["$schema", "$defs", "title", "description"]

  init(_ schema: JSONValue) { self.schema = schema }

  /// One of the schemas in docs/schema.
  init(named name: String) throws {
    let file = Project.root.appending(path: "docs/schema/\(name).schema.json")
    schema = try JSONValue(Data(contentsOf: file))
  }

  /// What is wrong with the document, each with its place; empty where it is valid.
  func problems(_ document: JSONValue) -> [String] { problems(document, schema, at: "$") }

  private func problems(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    schema.members.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
      if Self.annotations.contains(keyword) { return [] }
      switch keyword {
      case "$ref": return reference(value, rule, at: place)
      case "properties", "required", "additionalProperties":
        return members(value, keyword, rule, in: schema, at: place)
      case "items":
        return value.items.enumerated().flatMap { index, item in
          problems(item, rule, at: "\(place)[\(index)]")
        }
      default:
        return check(value, keyword, rule).map { ["\(place): \($0)"] } ?? []
      }
    }
  }

  private func reference(_ value: JSONValue, _ rule: JSONValue, at place: String) -> [String] {
    let prefix = "#/$defs/"
    guard let target = rule.string, target.hasPrefix(prefix),
      let definition = schema["$defs"]?[String(target.dropFirst(prefix.count))]
    else { return ["\(place): the schema has no \(rule)"] }
    return problems(value, definition, at: place)
  }

  private func members(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, in schema: JSONValue,
    at place: String
  ) -> [String] {
    guard case .object(let members) = value else { return [] }
    let known = schema["properties"]?.members ?? [:]
    switch keyword {
    case "properties":
      return known.sorted { $0.key < $1.key }.flatMap { name, rule in
        members[name].map { problems($0, rule, at: "\(place).\(name)") } ?? []
      }
    case "required":
      return rule.items.compactMap(\.string).filter { members[$0] == nil }.map {
        "\(place): \($0) is missing"
      }
    default:
      guard rule == .bool(false) else { return ["\(place): only false is known of \(keyword)"] }
      return members.keys.sorted().filter { known[$0] == nil }.map {
        "\(place): \($0) is not allowed"
      }
    }
  }

  /// What one keyword about a single value finds wrong.
  private func check(_ value: JSONValue, _ keyword: String, _ rule: JSONValue) -> String? {
    func bound(_ size: Double?, _ holds: (Double, Double) -> Bool) -> String? {
      guard let size else { return nil }
      guard let limit = rule.double else { return "\(keyword) is not a number" }
      return holds(size, limit) ? nil : "\(size) is not within \(keyword) \(limit)"
    }
    switch keyword {
    case "type":
      let allowed = rule.string.map { [$0] } ?? rule.items.compactMap(\.string)
      let isAllowed =
        allowed.contains(value.type) || value.type == "integer" && allowed.contains("number")
      return isAllowed ? nil : "it is of type \(value.type), not \(allowed)"
    case "enum": return rule.items.contains(value) ? nil : "\(value) is none of those listed"
    case "const": return rule == value ? nil : "\(value) is not \(rule)"
    case "minimum": return bound(value.double, >=)
    case "maximum": return bound(value.double, <=)
    case "minItems": return bound(count(value), >=)
    case "maxItems": return bound(count(value), <=)
    default: return "the keyword \(keyword) is not known"
    }
  }

  private func count(_ value: JSONValue) -> Double? {
    if case .array(let items) = value { Double(items.count) } else { nil }
  }
}
